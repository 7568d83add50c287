package dev.countersign.bot.forge.fake.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import dev.countersign.bot.forge.fake.http.Caller.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An API as an OpenAPI 3.0 document describes it. Stricter than the document: a field that it does
 * not name is a problem too, so that a fake cannot invent any.
 */
public final class ApiDescription {
  private final JsonNode document;
  private final JsonSchemaFactory factory;

  private ApiDescription(JsonNode document) {
    this.document = document;
    this.factory =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V4,
            builder ->
                builder
                    .metaSchema(OpenApi30.getInstance())
                    .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));
  }

  /** Reads a document from beside the fakes. */
  public static ApiDescription load(String name) {
    String resource = "/dev/countersign/bot/forge/fake/" + name;
    try (InputStream in =
        Objects.requireNonNull(ApiDescription.class.getResourceAsStream(resource), resource)) {
      JsonNode document = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      Set<String> parts = parts(document);
      document.path("components").path("schemas").properties().stream()
          .filter(schema -> !schema.getKey().contains("error"))
          .filter(schema -> !parts.contains(schema.getKey()))
          .forEach(schema -> close(schema.getValue()));
      document.path("paths").findValues("responses").stream()
          .flatMap(responses -> responses.properties().stream())
          .filter(response -> response.getKey().startsWith("2"))
          .forEach(response -> close(response.getValue()));
      return new ApiDescription(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Schemas that others are put together of; each part knows its own fields only. */
  private static Set<String> parts(JsonNode document) {
    return document.findValues("allOf").stream()
        .flatMap(all -> all.findValuesAsText("$ref").stream())
        .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
        .collect(Collectors.toSet());
  }

  /**
   * Lets no object have fields that are not named, unless the document says what they are. Errors
   * are left open: GitHub's carry a status that the description of some lacks.
   */
  private static void close(JsonNode node) {
    if (node.has("allOf")) {
      return;
    }
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && object.path("type").asText().equals("object")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(ApiDescription::close);
  }

  /** Every operation, such as {@code GET /user}. */
  public List<String> operations() {
    List<String> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            operations.add(
                                method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
    return operations;
  }

  /** What is wrong with an answer; empty if nothing is. */
  public List<String> problems(String operation, Reply reply) {
    String[] words = operation.split(" ", 2);
    JsonNode responses =
        document
            .path("paths")
            .path(words[1])
            .path(words[0].toLowerCase(java.util.Locale.ROOT))
            .path("responses");
    JsonNode response = resolved(responses.path(Integer.toString(reply.status())));
    if (response.isMissingNode()) {
      return List.of("status " + reply.status() + " is not described: " + reply.body());
    }
    Optional<JsonNode> schema =
        Stream.of(response.path("content").path("application/json").path("schema"))
            .filter(JsonNode::isObject)
            .findFirst();
    if (schema.isEmpty()) {
      return reply.body().isEmpty() ? List.of() : List.of("a body is not described");
    }
    return compiled(schema.get()).validate(reply.json()).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  private JsonSchema compiled(JsonNode schema) {
    ObjectNode whole = ((ObjectNode) resolved(schema)).deepCopy();
    whole.set("components", document.path("components"));
    return factory.getSchema(whole, SchemaValidatorsConfig.builder().build());
  }
}
