package dev.countersign.bot.forge.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.inspection.ForgeRight;
import dev.countersign.bot.forge.inspection.Permission.State;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProjectAccessTest {
  private static final Set<String> ALL = Set.of("api", "write_repository");

  @Test
  void takesTheHigherOfTheRolesInTheProjectAndInItsGroup() {
    ObjectNode project = project(20);
    ((ObjectNode) project.path("permissions"))
        .set("group_access", Json.object().put("access_level", 40).node());

    assertThat(access(project).role()).isEqualTo(40);
    assertThat(access(project(0)).role()).isZero();
  }

  @Test
  void doesNotGuess_whereTheScopesAreNotTold() {
    ProjectAccess access = new ProjectAccess(project(30), Optional.empty());

    assertThat(access.rights().get(ForgeRight.PUSH).state()).isEqualTo(State.UNTOLD);
    assertThat(
            new ProjectAccess(project(20), Optional.empty()).rights().get(ForgeRight.PUSH).state())
        .isEqualTo(State.DENIED);
  }

  @Test
  void knowsWhatTheProjectHasSwitchedOff() {
    ProjectAccess archived = access(project(40).put("archived", true));
    ProjectAccess off = access(project(40).put("merge_requests_access_level", "disabled"));
    ProjectAccess offInOlderOnes = access(project(40).put("merge_requests_enabled", false));

    assertThat(archived.rights().get(ForgeRight.PUSH).because()).contains("archived");
    assertThat(off.rights().get(ForgeRight.MERGE_REQUESTS).because()).contains("switched off");
    assertThat(off.rights().get(ForgeRight.PUSH).isGranted()).isTrue();
    assertThat(offInOlderOnes.rights().get(ForgeRight.MERGE_REQUESTS).isDenied()).isTrue();
  }

  @Test
  void saysWhatMayKeepAPipelineFromStarting() {
    ProjectAccess off = access(project(40).put("builds_access_level", "disabled"));
    ProjectAccess demanding =
        access(project(40).put("only_allow_merge_if_pipeline_succeeds", true));

    assertThat(access(project(40)).rights().get(ForgeRight.PIPELINES).isGranted()).isTrue();
    assertThat(off.rights().get(ForgeRight.PIPELINES).isDenied()).isTrue();
    assertThat(demanding.rights().get(ForgeRight.PIPELINES).remedy())
        .contains("merge_request_event");
  }

  private static ProjectAccess access(ObjectNode project) {
    return new ProjectAccess(project, Optional.of(ALL));
  }

  private static ObjectNode project(int role) {
    return Json.object()
        .put(
            "permissions",
            Json.object()
                .put("project_access", Json.object().put("access_level", role).node())
                .none("group_access")
                .node())
        .node();
  }
}
