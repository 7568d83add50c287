package dev.countersign.bot.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;

/** The continuous-training story on the diamonds data, chapter by chapter. */
final class Story {
  private final StoryRunner runner;
  private final Narrator narrator;
  private final App app;
  private final Attacker attacker;
  private final String pipeline;
  private final ModelEnvironment line = ModelEnvironment.parse(StoryRunner.LINE);

  private long requestsSent;
  private long requestsFailed;

  Story(StoryRunner runner, App app, Attacker attacker, String pipeline) {
    this.runner = runner;
    this.narrator = runner.narrator();
    this.app = app;
    this.attacker = attacker;
    this.pipeline = pipeline;
  }

  /** Tells it all. */
  void tell() {
    firstModel();
    expensiveDiamonds();
    sameAgainWithAnotherSeed();
    CommitId unapproved = betterButWorseForFair();
    tamperingAndRollback(unapproved);
    lookBack();
  }

  long requestsSent() {
    return requestsSent;
  }

  long requestsFailed() {
    return requestsFailed;
  }

  private void firstModel() {
    narrator.chapter(1, "The first model: diamonds that cost less than 10,000 USD");
    runner.train("first", pipeline, "below=10000");
    JsonNode proposal = runner.propose("first", 0);
    narrator.say("There is no model to compare with: a person has to look.");
    runner.deploy(runner.countersign(proposal), 0, "deploy the first model");
    narrator.say("the app serves " + app.served());
    narrator.say("a diamond costs %,.0f USD".formatted(app.price()));
  }

  private void expensiveDiamonds() {
    narrator.chapter(2, "The expensive diamonds arrive: train on all rows");
    runner.train("all-diamonds", pipeline, "bump=minor");
    JsonNode proposal = runner.propose("all-diamonds", 0);
    deployUnderLoad(runner.countersign(proposal), "deploy without a failed request");
    narrator.say("the same diamond costs %,.0f USD".formatted(app.price()));
  }

  private void sameAgainWithAnotherSeed() {
    narrator.chapter(3, "The same again with another seed: luck is not progress");
    runner.train("another-seed", pipeline, "seed=2");
    runner.propose("another-seed", 5);
  }

  private CommitId betterButWorseForFair() {
    narrator.chapter(4, "Better overall, worse for one cut");
    runner.train(
        "without-fair",
        pipeline,
        "without_cut=Fair",
        "rounds=200",
        "max_depth=7",
        "eta=0.1",
        "price_weight=0.1");
    JsonNode proposal = runner.propose("without-fair", 5);
    narrator.say("Neither is deployed. It stays a draft until somebody trains a better one.");
    return new CommitId(proposal.at("/mergeRequest/head").asText());
  }

  private void tamperingAndRollback(CommitId unapproved) {
    narrator.chapter(5, "Back to 1.0.0, while somebody tampers");
    JsonNode proposal = runner.rollBack("1.0.0", "the demo goes back");
    CommitId rollback = runner.countersign(proposal);
    Digest first = Digest.parse(proposal.path("artifactDigest").asText());
    narrator.say("Somebody flips one bit of the stored model.");
    attacker.flipOneBit(first);
    runner.deploy(rollback, 3, "refuse the tampered artifact");
    narrator.say("the app still serves " + app.served());
    attacker.flipOneBit(first);
    narrator.say("The bit is restored. Somebody starts the app with a model nobody approved.");
    narrator.say("it loaded " + attacker.startUnapproved(unapproved, line));
    runner.deploy(rollback, 10, "put back what was approved");
    deployUnderLoad(rollback, "deploy the rollback");
  }

  private void lookBack() {
    narrator.chapter(6, "What was live when, and who approved it");
    runner.step("status", 0, List.of("status"), data -> declared(data.at("/lines/0/declared")));
    JsonNode entries =
        runner
            .step(
                "history",
                0,
                List.of("history", StoryRunner.LINE),
                data -> data.path("entries").size() + " entries")
            .data()
            .path("entries");
    entries.forEach(entry -> narrator.say(entry.path("text").asText()));
  }

  private static String declared(JsonNode declared) {
    return "%s declares %s, sequence %d: %s"
        .formatted(
            StoryRunner.LINE,
            declared.path("version").asText(),
            declared.path("sequence").asLong(),
            declared.path("state").asText());
  }

  private void deployUnderLoad(CommitId commit, String name) {
    try (PredictionClient client = new PredictionClient(app.uri("predict"), App.DIAMOND)) {
      runner.deploy(commit, 0, name);
      client.stop();
      requestsSent += client.sent();
      requestsFailed += client.failed();
      narrator.say(
          "a client asked %,d times meanwhile; %d requests failed"
              .formatted(client.sent(), client.failed()));
    }
  }
}
