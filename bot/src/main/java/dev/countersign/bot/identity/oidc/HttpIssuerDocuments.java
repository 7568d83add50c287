package dev.countersign.bot.identity.oidc;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Reads an issuer's documents over HTTP; follows no redirect. Thread-safe. */
public final class HttpIssuerDocuments implements IssuerDocuments {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Override
  public String read(URI address, Optional<String> bearer) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(TIMEOUT);
    bearer.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw unavailable(address, "answered " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw unavailable(address, "did not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CountersignException(
          ErrorCode.INTERRUPTED, "reading the CI's keys was interrupted");
    }
  }

  private static CountersignException unavailable(URI address, String what) {
    return new CountersignException(
        ErrorCode.REMOTE_UNAVAILABLE,
        "\"GET %s%s\" %s".formatted(address.getAuthority(), address.getPath(), what));
  }
}
