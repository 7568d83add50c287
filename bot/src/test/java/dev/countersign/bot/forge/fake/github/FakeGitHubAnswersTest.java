package dev.countersign.bot.forge.fake.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.fake.http.ApiDescription;
import dev.countersign.bot.forge.fake.http.Caller.Reply;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each answer of the fake GitHub is one that GitHub's published OpenAPI description allows. */
class FakeGitHubAnswersTest {
  private static final ApiDescription DESCRIPTION = ApiDescription.load("github-openapi.json");

  @TempDir private Path folder;
  private EachGitHubOperation calls;

  @BeforeEach
  void start() {
    calls = new EachGitHubOperation(folder.resolve("models.git"));
  }

  @AfterEach
  void stop() {
    calls.close();
  }

  @TestFactory
  Stream<DynamicTest> answersAsDescribed() {
    Map<String, Supplier<Reply>> all = calls.all();
    return DESCRIPTION.operations().stream()
        .map(operation -> DynamicTest.dynamicTest(operation, () -> check(operation, all)));
  }

  private static void check(String operation, Map<String, Supplier<Reply>> all) {
    assertThat(all).containsKey(operation);
    Reply reply = all.get(operation).get();

    assertThat(reply.status()).as(reply.body()).isBetween(200, 299);
    assertThat(DESCRIPTION.problems(operation, reply)).as(reply.body()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> refusesAsDescribed() {
    return calls.refused().entrySet().stream()
        .map(
            refused ->
                DynamicTest.dynamicTest(
                    refused.getKey(),
                    () -> {
                      Reply reply = refused.getValue().get();
                      assertThat(reply.status()).as(reply.body()).isBetween(400, 499);
                      assertThat(DESCRIPTION.problems(refused.getKey(), reply))
                          .as(reply.body())
                          .isEmpty();
                    }));
  }
}
