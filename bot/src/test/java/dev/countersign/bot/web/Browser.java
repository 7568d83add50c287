package dev.countersign.bot.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without JavaScript: keeps cookies, follows redirects, submits the forms it is shown.
 */
final class Browser {
  private static final Pattern FORM =
      Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">(.*?)</form>", Pattern.DOTALL);
  private static final Pattern FIELD =
      Pattern.compile("<input[^>]* name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final URI site;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  Browser(URI site) {
    this.site = site;
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(site.resolve(path)).build());
  }

  HttpResponse<byte[]> bytes(String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(site.resolve(path)).build(),
          HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Presses a button on a page that was loaded, with other values in some fields. */
  HttpResponse<String> press(HttpResponse<String> page, String action, Map<String, String> typed) {
    Matcher form = FORM.matcher(page.body());
    while (form.find()) {
      if (form.group(1).endsWith("/" + action)) {
        Map<String, String> fields = fields(form.group(2));
        fields.putAll(typed);
        return post(form.group(1), fields, origin());
      }
    }
    throw new AssertionError("no form \"" + action + "\" on " + page.body());
  }

  /** What the first form that decides something would send. */
  static Map<String, String> fields(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher form = FORM.matcher(page);
    Matcher field = FIELD.matcher(form.find() ? form.group(2) : page);
    while (field.find()) {
      fields.put(field.group(1), field.group(2));
    }
    return fields;
  }

  HttpResponse<String> post(String path, Map<String, String> fields, String origin) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(site.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!origin.isEmpty()) {
      request.header("Origin", origin);
    }
    return send(request.build());
  }

  String origin() {
    String address = site.toString();
    return address.substring(0, address.length() - 1);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
