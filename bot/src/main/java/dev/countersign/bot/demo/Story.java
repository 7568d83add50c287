package dev.countersign.bot.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;

/** The continuous-training story on the diamonds data, chapter by chapter. */
final class Story {
  private final Stage stage;
  private final Teller teller;
  private final App app;
  private final Saboteur saboteur;
  private final String pipeline;
  private final ModelEnvironment line = ModelEnvironment.parse(Stage.LINE);

  private long requestsSent;
  private long requestsFailed;

  Story(Stage stage, App app, Saboteur saboteur, String pipeline) {
    this.stage = stage;
    this.teller = stage.teller();
    this.app = app;
    this.saboteur = saboteur;
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
    teller.chapter(1, "The first model: diamonds that cost less than 10,000 USD");
    stage.train("first", pipeline, "below=10000");
    JsonNode proposal = stage.propose("first", 0);
    teller.say("There is no model to compare with: a person has to look.");
    stage.deploy(stage.countersign(proposal), 0, "deploy the first model");
    teller.say("the app says: " + app.get("health"));
    teller.say("the app says: " + app.get("reference"));
    teller.say("a diamond costs: " + app.predict());
  }

  private void expensiveDiamonds() {
    teller.chapter(2, "The expensive diamonds arrive: train on all rows");
    stage.train("all-diamonds", pipeline, "bump=minor");
    JsonNode proposal = stage.propose("all-diamonds", 0);
    deployUnderLoad(stage.countersign(proposal), "deploy without a failed request");
    teller.say("the same diamond costs: " + app.predict());
  }

  private void sameAgainWithAnotherSeed() {
    teller.chapter(3, "The same again with another seed: luck is not progress");
    stage.train("another-seed", pipeline, "seed=2");
    stage.propose("another-seed", 5);
  }

  private CommitId betterButWorseForFair() {
    teller.chapter(4, "Better overall, worse for one cut");
    stage.train(
        "without-fair",
        pipeline,
        "without_cut=Fair",
        "rounds=200",
        "max_depth=7",
        "eta=0.1",
        "price_weight=0.1");
    JsonNode proposal = stage.propose("without-fair", 5);
    teller.say("Neither is deployed. It stays a draft until somebody trains a better one.");
    return new CommitId(proposal.at("/mergeRequest/head").asText());
  }

  private void tamperingAndRollback(CommitId unapproved) {
    teller.chapter(5, "Back to 1.0.0, while somebody tampers");
    JsonNode proposal = stage.rollBack("1.0.0", "the demo goes back");
    CommitId rollback = stage.countersign(proposal);
    Digest first = Digest.parse(proposal.path("artifactDigest").asText());
    teller.say("Somebody flips one bit of the stored model.");
    saboteur.flipOneBit(first);
    stage.deploy(rollback, 3, "refuse the tampered artifact");
    teller.say("the app still says: " + app.get("reference"));
    saboteur.flipOneBit(first);
    teller.say("The bit is restored. Somebody starts the app with a model nobody approved.");
    teller.say("it loaded " + saboteur.startUnapproved(unapproved, line));
    stage.deploy(rollback, 10, "put back what was approved");
    deployUnderLoad(rollback, "deploy the rollback");
  }

  private void lookBack() {
    teller.chapter(6, "What was live when, and who approved it");
    stage.step("status", 0, List.of("status"), data -> data.at("/lines/0/declared").asText());
    JsonNode entries =
        stage
            .step(
                "history",
                0,
                List.of("history", Stage.LINE),
                data -> data.path("entries").size() + " entries")
            .data()
            .path("entries");
    entries.forEach(entry -> teller.say(entry.path("text").asText()));
  }

  private void deployUnderLoad(CommitId commit, String name) {
    try (SteadyClient client = new SteadyClient(app.uri("predict"), App.DIAMOND)) {
      stage.deploy(commit, 0, name);
      client.stop();
      requestsSent += client.sent();
      requestsFailed += client.failed();
      teller.say(
          "a client asked %,d times meanwhile; %d requests failed"
              .formatted(client.sent(), client.failed()));
    }
  }
}
