package dev.countersign.modelrefs.git.jgit;

import static dev.countersign.modelrefs.git.testing.GitFixture.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.git.RemoteAbilities;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.testing.GitFixture;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a repository would do is found out without pushing. */
class AbilityCheckIT {
  @TempDir private Path folder;
  private GitFixture fixture;
  private GitHttpServer server;

  @BeforeEach
  void start() throws Exception {
    fixture = GitFixture.withMain(folder);
    fixture.commit(MAIN, Map.of("deep/er/file.txt", "text"));
  }

  @AfterEach
  void stop() throws Exception {
    fixture.close();
    if (server != null) {
      server.stop();
    }
  }

  @Test
  void seesWhetherAServerLeavesFilesOut() throws Exception {
    server = new GitHttpServer(fixture.location().folder());
    assertThat(abilities(server.location()).leavesFilesOut()).isFalse();
    server.stop();

    fixture.allowFilters();
    server = new GitHttpServer(fixture.location().folder());
    assertThat(abilities(server.location()).leavesFilesOut()).isTrue();
  }

  @Test
  void seesWhetherAServerTakesPushes_withoutPushing() throws Exception {
    var tip = fixture.tip(MAIN);
    server = new GitHttpServer(fixture.location().folder());
    assertThat(abilities(server.location()).takesPushes()).isTrue();

    server.refusePushes();

    assertThat(abilities(server.location()).takesPushes()).isFalse();
    assertThat(fixture.tip(MAIN)).isEqualTo(tip);
  }

  @Test
  void aFolderOrItsCloneLacksNothing() {
    RemoteAbilities all = new RemoteAbilities(true, true);

    assertThat(abilities(fixture.location())).isEqualTo(all);
    assertThat(abilities(new RemoteLocation.Cloned(fixture.location().folder()))).isEqualTo(all);
    assertThat(JGitRepositories.abilities(fixture.location(), "none")).isEqualTo(all);
  }

  @Test
  void saysThatThereIsNoRepository() {
    RemoteLocation nowhere = RemoteLocation.of(folder.resolve("nowhere"));

    assertThatThrownBy(() -> abilities(nowhere))
        .isInstanceOf(CountersignException.class)
        .hasMessageContaining("there is no Git repository");
  }

  private static RemoteAbilities abilities(RemoteLocation location) {
    return JGitRepositories.abilities(location, MAIN);
  }
}
