package dev.countersign.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.ConfigReader;
import dev.countersign.bot.propose.ProposalExecutor;
import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import dev.countersign.modelrefs.value.ModelName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredStoresTest {
  @TempDir private Path folder;
  private Path model;
  private BotConfig config;
  private ConfiguredStores stores;

  @BeforeEach
  void configureTwoStores() throws IOException {
    model = Files.createDirectories(folder.resolve("made/model"));
    Files.writeString(model.resolve("model.ubj"), "weights");
    config =
        ConfigReader.read(
            """
            version: 1
            stores: {default: "%1$s/near/", archive: "%1$s/far/"}
            models:
              m: {environments: {prod: {approvals: 0}}}
              n: {store: archive, environments: {prod: {approvals: 0}}}
            """
                .formatted(folder.toUri().toString().replaceFirst("/$", ""))
                .getBytes(StandardCharsets.UTF_8),
            "countersign.yaml");
    stores = new ConfiguredStores(config);
  }

  @Test
  void putsAModelIntoItsOwnStore_andFindsItThereByItsUri() throws IOException {
    Artifact near = put("m");
    Artifact far = put("n");

    assertThat(near.uri().value()).contains("/near/");
    assertThat(far.uri().value()).contains("/far/");
    stores.fetch(near, folder.resolve("fetched/near"));
    stores.fetch(far, folder.resolve("fetched/far"));
    assertThat(folder.resolve("fetched/near/model.ubj")).hasContent("weights");
    assertThat(folder.resolve("fetched/far/model.ubj")).hasContent("weights");
    assertThat(stores.verify(far).digest()).isEqualTo(far.digest());
  }

  @Test
  void refusesAUriThatLiesInNoStore() {
    Artifact elsewhere = ReferenceFixtures.first().artifact();

    assertThatThrownBy(() -> stores.verify(elsewhere))
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.URI_REFUSED))
        .hasMessageContaining("\"" + elsewhere.uri() + "\" lies in no store of countersign.yaml");
  }

  @Test
  void putsNothing_withoutKnowingWhichModel() {
    ArtifactManifest manifest = ArtifactDigester.ofProcessors().digest(model);

    assertThatThrownBy(() -> stores.put(manifest, model, "xgboost-ubj"))
        .isInstanceOf(CountersignException.class);
  }

  private Artifact put(String name) {
    ProposalExecutor.Stores own = stores.of(config.model(new ModelName(name)));
    return own.artifacts().put(ArtifactDigester.ofProcessors().digest(model), model, "xgboost-ubj");
  }
}
