package dev.countersign.bot.identity.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.ForgeAddress;
import dev.countersign.bot.identity.CiIdentity;
import dev.countersign.bot.identity.CiJob;
import dev.countersign.bot.identity.CiPlatform;
import dev.countersign.bot.identity.RefusedToken;
import dev.countersign.bot.identity.TokenIssuer;
import dev.countersign.modelrefs.json.StrictJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds out who stands behind the CI job that this process runs in. */
public final class JobIdentity {
  /** The variable that holds an identity token, such as GitLab's {@code id_tokens} sets it. */
  public static final String TOKEN = "COUNTERSIGN_ID_TOKEN";

  private static final String REQUEST_URL = "ACTIONS_ID_TOKEN_REQUEST_URL";
  private static final String REQUEST_TOKEN = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";

  private final IssuerDocuments documents;
  private final Clock clock;

  /**
   * @param clock for the expiry of tokens
   */
  public JobIdentity(IssuerDocuments documents, Clock clock) {
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * Who stands behind the job: attested if the job has an identity token, or may request one; else
   * by the CI's variables and not attested.
   *
   * @param forge as the command line names it; its address says who issues the tokens of its own
   *     CI, rather than the CI's variable
   * @return empty if this is no CI job of a known platform
   * @throws dev.countersign.modelrefs.error.CountersignException {@code IDENTITY_REFUSED} if there
   *     is a token that does not hold: it is never passed over for the variables
   */
  public Optional<CiIdentity> of(Map<String, String> environment, ForgeAddress forge) {
    Optional<CiJob> job = CiJob.of(environment);
    if (job.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> token = token(environment);
    if (token.isEmpty()) {
      return job.get().claimed();
    }
    TokenIssuer issuer = TokenIssuer.of(job.get(), address(forge, job.get().platform()));
    return Optional.of(
        new IdTokenVerifier(documents, clock).verify(token.get(), issuer).identityIn(job.get()));
  }

  private static Optional<URI> address(ForgeAddress forge, CiPlatform platform) {
    if (platform == CiPlatform.GITLAB && forge instanceof ForgeAddress.GitLab gitlab) {
      return Optional.of(gitlab.url());
    }
    return platform == CiPlatform.GITHUB && forge instanceof ForgeAddress.GitHub github
        ? Optional.of(github.webUrl())
        : Optional.empty();
  }

  private Optional<String> token(Map<String, String> environment) {
    return variable(environment, TOKEN)
        .or(
            () ->
                variable(environment, REQUEST_URL)
                    .flatMap(
                        url ->
                            variable(environment, REQUEST_TOKEN)
                                .map(bearer -> request(url, bearer))));
  }

  /** <a href="https://docs.github.com/en/actions/reference/security/oidc">GitHub's request.</a> */
  private String request(String url, String bearer) {
    URI address = URI.create(url + "&audience=" + IdTokenVerifier.AUDIENCE);
    byte[] answer = documents.read(address, Optional.of(bearer)).getBytes(StandardCharsets.UTF_8);
    JsonNode token = StrictJson.read(answer, "the answer to the request for an identity token");
    if (!token.path("value").isTextual()) {
      throw RefusedToken.because("the CI's answer to the request for it holds none");
    }
    return token.path("value").textValue();
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(Predicate.not(String::isBlank));
  }
}
