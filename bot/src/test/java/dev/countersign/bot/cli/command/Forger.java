package dev.countersign.bot.cli.command;

import dev.countersign.bot.propose.Scenario;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import dev.countersign.modelrefs.git.signing.SigningKey;
import dev.countersign.modelrefs.git.signing.SigningKeys;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Pushes a reference of their own making to the bot's branch, in the bot's name. */
final class Forger {
  static final String BRANCH = "countersign/m/production";
  static final String PATH = "model-refs/m/production/model-reference.json";
  private static final Person AS_THE_BOT =
      new Person("Countersign", "bot@countersign.invalid", Scenario.NOON);

  private final Scenario scenario;

  Forger(Scenario scenario) {
    this.scenario = scenario;
  }

  /** A commit that nobody signed. */
  void unsigned() {
    push(Optional.empty(), this::forged);
  }

  /** A commit that is signed, but not by the bot. */
  void signedByAnotherKey() {
    push(Optional.of(SigningKeys.generate()), this::forged);
  }

  /** A commit that nobody signed, which changes nothing but who launched and who proposed. */
  void blaming(Launcher somebody) {
    push(
        Optional.empty(),
        document -> {
          ModelReference real = ReferenceCodec.decode(document, PATH).reference();
          return ReferenceCodec.encode(
              real.withProvenance(real.provenance().withPeople(Optional.of(somebody), List.of())));
        });
  }

  /** The reference of the branch with a version that the bot never gave; its checksum matches. */
  byte[] forged(byte[] document) {
    ModelReference real = ReferenceCodec.decode(document, PATH).reference();
    ModelVersion version = ModelVersion.parse("9.9.9");
    return ReferenceCodec.encode(
        new ModelReference(
            real.line(),
            version,
            version,
            real.sequence(),
            real.origin(),
            real.artifact(),
            real.evaluation(),
            real.provenance(),
            real.inputSchema(),
            real.changeRequest(),
            real.rollbackOf()));
  }

  private void push(Optional<SigningKey> key, UnaryOperator<byte[]> forgery) {
    String ref = "refs/heads/" + BRANCH;
    try (GitRepository git = JGitRepositories.open(RemoteLocation.of(scenario.repository()), key)) {
      CommitId head = git.fetch(List.of(ref)).get(ref);
      byte[] real = git.read(head, PATH).orElseThrow();
      CommitId commit =
          git.commit(
              new CommitDraft(
                  List.of(head),
                  Map.of(PATH, Optional.of(forgery.apply(real))),
                  "Promote\n",
                  AS_THE_BOT));
      git.push(List.of(RefUpdate.move(ref, head, commit)));
    }
  }
}
