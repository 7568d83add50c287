package dev.countersign.bot.forge.fake.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.fake.http.Caller.Reply;
import java.net.http.HttpHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The check of the fakes' answers finds what is wrong with one. */
class ApiDescriptionTest {
  private static final ApiDescription GITLAB = ApiDescription.load("gitlab-openapi.json");
  private static final String OPERATION = "POST /projects/{id}/uploads";
  private static final String RIGHT =
      "{\"id\":1,\"alt\":\"a\",\"url\":\"/u\",\"full_path\":\"/f\",\"markdown\":\"m\"}";

  @Test
  void findsNothing_inARightAnswer() {
    assertThat(GITLAB.problems(OPERATION, reply(201, RIGHT))).isEmpty();
  }

  @Test
  void findsAMissingField() {
    assertThat(GITLAB.problems(OPERATION, reply(201, RIGHT.replace("\"alt\":\"a\",", ""))))
        .hasSize(1);
  }

  @Test
  void findsAnInventedField() {
    assertThat(GITLAB.problems(OPERATION, reply(201, RIGHT.replace("{", "{\"x\":1,")))).hasSize(1);
  }

  @Test
  void findsAWrongType() {
    assertThat(GITLAB.problems(OPERATION, reply(201, RIGHT.replace("\"/u\"", "null")))).hasSize(1);
  }

  @Test
  void findsAStatusThatIsNotDescribed() {
    assertThat(GITLAB.problems(OPERATION, reply(200, RIGHT))).hasSize(1);
  }

  @Test
  void looksIntoParts() {
    String commit = "{\"name\":\"main\",\"commit\":{\"id\":7}}";

    assertThat(
            GITLAB.problems("GET /projects/{id}/repository/branches/{branch}", reply(200, commit)))
        .anyMatch(problem -> problem.contains("commit"));
  }

  private static Reply reply(int status, String body) {
    return new Reply(status, HttpHeaders.of(Map.of(), (name, value) -> true), body);
  }
}
