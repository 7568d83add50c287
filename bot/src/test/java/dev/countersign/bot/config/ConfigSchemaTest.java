package dev.countersign.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.pipeline.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest(name = "{0}: accepted {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | false",
        "{approvals: 0} | true",
        "{approvals: 1} | false",
        "{approvals: 1.0, approvers: [bob]} | true",
        "{approvals: 1.5, approvers: [bob]} | false",
        "{approvals: '1', approvers: [bob]} | false",
        "{approvals: 21, approvers: [bob]} | false",
        "{approvers: [bob]} | true",
        "{approvers: bob} | false",
        "{approvers: []} | false",
        "{approvers: [], approvals: 0} | true",
        "{approvers: ['']} | false",
        "{approvers: [' ']} | false",
        "{approvers: [acme/risk, acme/], approvals: 2} | true",
        "{approvers: [/risk]} | false",
        "{approvers: ['a//b']} | false",
        "{approvers: ['a b']} | false",
        "{approvers: {risk: [carol, acme/risk], ml: [bob]}, approvals: {risk: 1, ml: 1}} | true",
        "{approvers: {risk: [carol], ml: [bob]}, approvals: {risk: 1, total: 2}} | true",
        "{approvers: {risk: [carol], ml: [bob]}, approvals: 2} | true",
        "{approvers: {Risk: [carol]}} | false",
        "{approvers: {total: [carol]}} | false",
        "{approvers: {risk: carol}} | false",
        "{approvers: {risk: [carol]}, approvals: {risk: 21}} | false",
        "{approvers: {risk: [carol]}, approvals: {risk: '1'}} | false",
        "{approvers: [bob], approveBy: checksum} | true",
        "{approvers: [bob], approveBy: click} | false",
        "{approvers: [bob], promotesFrom: deployments} | false",
        "{approvers: [bob], targets: [{name: app, kind: process}]} | true",
        "{approvers: [bob], targets: [{name: App, kind: process}]} | false",
        "{approvers: [bob], targets: [{name: app}]} | false",
        "{approvers: [bob], staleAfter: 90m} | true",
        "{approvers: [bob], staleAfter: 0d} | false",
        "{approvers: [bob], staleAfter: 7} | false",
        "{approvers: [bob], staleAfter: 1w} | false",
        "{approvers: [bob], staleAfter: P7D} | false"
      })
  void bothSayTheSameOfAnEnvironment(String environment, boolean accepted) {
    assertBoth(
        """
        version: 1
        stores: {default: "file:///srv/models/"}
        models: {m: {environments: {prod: %s}}}
        """
            .formatted(environment),
        accepted);
  }

  @ParameterizedTest(name = "{0}: accepted {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "kind: superior, metric: rmse | true",
        "kind: superior, metric: rmse, margin: 0 | true",
        "kind: superior, metric: rmse, margin: -0.1 | false",
        "kind: superior, metric: rmse, margin: '0.1' | false",
        "kind: superior, metric: rmse, columns: [] | false",
        "kind: superior, metric: rmse, columns: [cut] | false",
        "kind: superior, metric: rmse, minimumRows: 0 | false",
        "kind: superior, metric: rmse, minimumRows: 2000000000 | false",
        "kind: superior, metric: '' | false",
        "kind: superior, metric: ' ' | false",
        "kind: superior | false",
        "metric: rmse | false",
        "kind: atMost, metric: rmse, value: -1 | true",
        "kind: atMost, metric: rmse, than: mae | false",
        "kind: notWorseThan, metric: rmse, than: mae, margin: 0.1 | true",
        "kind: notWorseThan, metric: rmse, than: '' | false",
        "kind: notWorseThan, metric: rmse, than: ' ' | false",
        "kind: slices, metric: rmse, columns: [cut] | true",
        "kind: slices, metric: rmse, columns: [] | false",
        "kind: slices, metric: rmse, columns: [''] | false",
        "kind: slices, metric: rmse, columns: cut | false"
      })
  void bothSayTheSameOfAGate(String keys, boolean accepted) {
    assertBoth(FRAME.formatted("gates: [{id: g, " + keys + "}]"), accepted);
  }

  @ParameterizedTest(name = "{0}: accepted {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{folder: /mnt/runs} | true",
        "{folder: runs/m, failedAfter: 12h} | true",
        "{folder: ''} | false",
        "{failedAfter: 12h} | false",
        "{folder: /mnt/runs, failedAfter: soon} | false",
        "{folder: /mnt/runs, deadline: 12h} | false",
        "/mnt/runs | false"
      })
  void bothSayTheSameOfAPlaceOfBundles(String place, boolean accepted) {
    assertBoth(
        """
        version: 1
        stores: {default: "file:///srv/models/"}
        models: {m: {bundles: %s, environments: {prod: {approvers: [bob]}}}}
        """
            .formatted(place),
        accepted);
  }

  @ParameterizedTest(name = "{0}: accepted {1}")
  @CsvSource({
    "file:///srv/models/, true",
    "file:///, true",
    "file:///srv/models, false",
    "file://host/models/, false",
    "file:/srv/models/, false",
    "file:///srv/../etc/, false",
    "file:///srv/./models/, false",
    "file:///../etc/, false",
    "file:///srv//models/, false",
    "file:////srv/, false",
    "file:///srv/a%2fb/, false",
    "file:///srv/models/?x=/, false",
    "file:///srv/models/#x/, false",
    "file:///srv/..models/, true",
    "gs://bucket/models/, false",
    "s3://bucket/models/, false",
    "https://example.com/models/, false"
  })
  void bothSayTheSameOfAStore(String root, boolean accepted) {
    assertBoth(
        """
        version: 1
        stores: {default: "%s"}
        models: {m: {environments: {prod: {approvers: [bob]}}}}
        """
            .formatted(root),
        accepted);
  }

  @ParameterizedTest(name = "{0}: accepted {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "statistics: {} | true",
        "statistics: {resamples: 199} | false",
        "statistics: {resamples: 200} | true",
        "statistics: {seed: 9007199254740992} | true",
        "statistics: {seed: 9007199254740994} | false",
        "statistics: {confidence: 0.5} | true",
        "statistics: {confidence: 0.49} | false",
        "statistics: {confidence: 1} | false",
        "signing: {} | false",
        "signing: {bot: []} | true",
        "signing: {bot: [{publicKey: ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQDFAAAAAAAAAAAA}]} | false",
        "signing: {bot: [{publicKey: ssh-ed25519 AAAA}]} | false",
        "pipelines: {p: ''} | false",
        "pipelines: {p: p.yaml} | true",
        "stages: [] | false"
      })
  void bothSayTheSameOfTheRest(String line, boolean accepted) {
    assertBoth(FRAME.formatted("approvals: 1") + line + "\n", accepted);
  }

  private void assertBothRefuse(String yaml) {
    assertBoth(yaml, false);
  }

  private void assertBoth(String yaml, boolean accepted) {
    byte[] document = yaml.getBytes(StandardCharsets.UTF_8);

    assertThat(schema.validate(StrictYaml.read(document, "some.yaml")).isEmpty())
        .as("the schema accepts")
        .isEqualTo(accepted);
    assertThat(problems(document).isEmpty()).as("the reader accepts").isEqualTo(accepted);
  }

  private static List<String> problems(byte[] document) {
    try {
      ConfigReader.read(document, "some.yaml");
      return List.of();
    } catch (CountersignException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ConfigSchemaTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
