package dev.countersign.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.pipeline.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader say the same about every document here. */
class ConfigSchemaTest {
  private static final String FRAME =
      """
      version: 1
      stores: {default: "file:///srv/models/"}
      models: {m: {environments: {prod: {approvers: [bob], %s}}}}
      """;

  private JsonSchema schema;

  @BeforeEach
  void loadSchema() throws IOException {
    schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(new String(resource("/schemas/countersign-1.json"), StandardCharsets.UTF_8));
  }

  @Test
  void bothAcceptADocumentWithEveryKey() throws IOException {
    byte[] full = resource("/config/full.yaml");

    assertThat(schema.validate(StrictYaml.read(full, "full.yaml"))).isEmpty();
    assertThat(ConfigReader.read(full, "full.yaml").models()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aprovers: [bob]",
        "supersede: newst",
        "approvals: -1",
        "promotesFrom: Staging",
        "gates: [{id: a, kind: atLeast, metric: r2}]",
        "gates: [{id: a, kind: atLeast, metric: r2, value: 1, margin: 0.1}]",
        "gates: [{id: a, kind: superior, metric: r2, value: 1}]",
        "gates: [{id: a, kind: slices, metric: r2, margin: 0.1}]",
        "gates: [{id: a, kind: notWorseThan, metric: r2}]",
        "gates: [{id: a, kind: superior, metric: r2, margin: 1}]",
        "gates: [{id: A b, kind: superior, metric: r2}]",
        "targets: [{name: app, kind: telepathy}]",
        "targets: [{name: app, kind: process, argv: java}]",
        "notify: [{events: [proposed]}]",
        "notify: [{channel: ops, events: [merged]}]",
        "notify: [{channel: ops, events: []}]",
        "notify: [{channel: ops, event: [proposed]}]"
      })
  void bothRefuse(String key) {
    assertBothRefuse(FRAME.formatted(key) + "chat: {ops: {kind: mattermost, url: '${env:URL}'}}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "url: '${env:URL}'",
        "kind: discord, url: '${env:URL}'",
        "kind: mattermost",
        "kind: mattermost, url: https://chat.example.com/hooks/secret",
        "kind: mattermost, url: '${vault:URL}'",
        "kind: google-chat, url: '${env:A-B}'",
        "kind: slack",
        "kind: slack, url: '${env:URL}', token: '${env:TOKEN}', channel: C012345",
        "kind: slack, token: '${env:TOKEN}'",
        "kind: slack, token: '${env:TOKEN}', channel: general",
        "kind: teams, url: '${env:URL}', envelope: messageCard",
        "kind: webhook, url: '${env:URL}'",
        "kind: email, server: {host: smtp}, from: a@b.example, to: []",
        "kind: email, server: {host: smtp}, from: a@b.example, to: [nobody]",
        "kind: email, server: {host: smtp, user: bot}, from: a@b.example, to: [a@b.example]",
        "kind: email, server: {host: smtp, port: 0}, from: a@b.example, to: [a@b.example]",
        "kind: email, server: {host: smtp, encryption: ssl}, from: a@b.example, to: [a@b.example]"
      })
  void bothRefuseAChannel(String keys) {
    assertBothRefuse(FRAME.formatted("approvals: 1") + "chat: {ops: {%s}}%n".formatted(keys));
  }

  private void assertBothRefuse(String yaml) {
    byte[] document = yaml.getBytes(StandardCharsets.UTF_8);

    assertThat(schema.validate(StrictYaml.read(document, "bad.yaml"))).isNotEmpty();
    assertThatThrownBy(() -> ConfigReader.read(document, "bad.yaml"))
        .isInstanceOf(CountersignException.class);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ConfigSchemaTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
