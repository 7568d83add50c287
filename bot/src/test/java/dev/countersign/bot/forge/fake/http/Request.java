package dev.countersign.bot.forge.fake.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.countersign.bot.forge.fake.Token;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a client asks. Parameters come from the query, a form or a JSON body, in this order. */
public final class Request {
  private static final String TOKEN = "token";

  private final Context context;
  private final JsonNode body;

  Request(Context context) {
    this.context = context;
    this.body = isJson(context) ? Json.parse(context.body()) : MissingNode.getInstance();
  }

  private static boolean isJson(Context context) {
    String type = context.contentType();
    boolean json = type == null || type.contains("json");
    return json && !context.body().isBlank() && "{[".indexOf(context.body().strip().charAt(0)) >= 0;
  }

  public String method() {
    return context.method().name();
  }

  /** As sent, with its percent signs. */
  public String rawPath() {
    return context.path();
  }

  /** The address without the query, as the client used it. */
  public String url() {
    return context.url();
  }

  public String query() {
    return Optional.ofNullable(context.queryString()).orElse("");
  }

  /** A part of the path, decoded. */
  public String path(String name) {
    return context.pathParam(name);
  }

  public long number(String name) {
    try {
      return Long.parseLong(path(name));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  public Optional<String> queryParam(String name) {
    return Optional.ofNullable(context.queryParam(name));
  }

  /** A parameter wherever it was sent; empty if it is absent or {@code null}. */
  public Optional<String> param(String name) {
    return queryParam(name)
        .or(() -> Optional.ofNullable(context.formParam(name)))
        .or(
            () ->
                Optional.of(body.path(name))
                    .filter(JsonNode::isValueNode)
                    .filter(n -> !n.isNull())
                    .map(JsonNode::asText));
  }

  /** Whether a parameter was sent at all. */
  public boolean has(String name) {
    return context.queryParamMap().containsKey(name)
        || context.formParamMap().containsKey(name)
        || context.formParamMap().containsKey(name + "[]")
        || context.queryParamMap().containsKey(name + "[]")
        || body.has(name);
  }

  public Optional<Boolean> flag(String name) {
    return param(name).map(text -> text.equals("true") || text.equals("1"));
  }

  /** A list: a JSON array, {@code name[]=} repeated, or one value. */
  public List<String> list(String name) {
    if (body.path(name).isArray()) {
      return StreamSupport.stream(body.path(name).spliterator(), false)
          .map(JsonNode::asText)
          .toList();
    }
    List<String> repeated = context.formParams(name + "[]");
    if (repeated.isEmpty()) {
      repeated = context.queryParams(name + "[]");
    }
    return repeated.isEmpty() ? param(name).map(List::of).orElse(List.of()) : repeated;
  }

  public JsonNode body() {
    return body;
  }

  public Optional<UploadedFile> file(String name) {
    return Optional.ofNullable(context.uploadedFile(name));
  }

  /** Whose token came with it, once that is known. */
  public Optional<Token> token() {
    return Optional.ofNullable(context.attribute(TOKEN));
  }

  void identify(Optional<Token> token) {
    token.ifPresent(known -> context.attribute(TOKEN, known));
  }

  boolean mutates() {
    boolean graphQlQuery =
        rawPath().endsWith("/graphql")
            && !body.path("query").asText().strip().startsWith("mutation");
    return !method().equals("GET") && !method().equals("HEAD") && !graphQlQuery;
  }
}
