package dev.countersign.bot.cli;

import dev.countersign.modelrefs.error.ErrorCode;

/**
 * What to do about an error, in the words of the command line.
 *
 * @param advice the flag, key or command that helps
 * @param rerun whether running the same command again is safe, and whether it can help
 */
public record Remedy(String advice, String rerun) {
  private static final String SAFE = "safe";
  private static final String SAFE_USELESS =
      "safe, but the result will be the same until this is mended";

  /** The remedy of a kind of error. */
  public static Remedy of(ErrorCode code) {
    return switch (code) {
      case INPUT_INVALID ->
          useless("mend the file at the places named; countersign validate FILE checks it alone");
      case CONFIGURATION_INVALID ->
          useless("mend the file named; countersign validate FILE checks it alone");
      case USAGE -> useless("countersign COMMAND --help shows what the command takes");
      case NOT_FOUND ->
          useless("check the path or the name; for a model also --repository and --branch");
      case PATH_REFUSED ->
          useless("use relative paths inside the folder, with / between names and no links");
      case SIGNING_KEY_MISSING ->
          useless(
              "give --signing-key FILE or COUNTERSIGN_SIGNING_KEY, and list its public key under signing.bot");
      case DIGEST_MISMATCH ->
          useless("do not deploy these bytes; restore the artifact, or propose a new one");
      case CHECKSUM_MISMATCH ->
          useless("the reference was edited by hand; have the bot propose it again");
      case ARTIFACT_MISSING ->
          useless("restore the artifact from a backup, or propose a run again");
      case URI_REFUSED -> useless("name a folder inside a store of countersign.yaml");
      case EVIDENCE_CONTRADICTED ->
          useless(
              "mend the training code: the metric it reports is not the one its predictions give");
      case COMMIT_NOT_MERGED -> useless("give --commit the merge commit on the protected branch");
      case SIGNATURE_REFUSED ->
          useless(
              "have the bot propose it again; only commits signed by a key under signing.bot count");
      case SEQUENCE_REFUSED ->
          useless("deploy the newest commit, or go back by countersign rollback");
      case ACCESS_DENIED ->
          useless("check the token or the file rights, and who you act as (--as)");
      case IDENTITY_REFUSED ->
          useless(
              "request the token in this job, for the audience countersign, from the forge that --forge-url or the CI names");
      case LAUNCHER_NOT_ATTESTED ->
          useless(
              "give countersign propose an identity token, in a pipeline that trained as well (who-launched.md); or set launcher: any for the environment");
      case GATE_FAILED ->
          useless(
              "train a better model, or waive the gate: countersign waive MODEL/ENV GATE-ID --reason TEXT");
      case NOT_APPROVED ->
          new Remedy("have a nominated approver approve the merge request", SAFE + " after that");
      case MERGED_DIFFERS ->
          useless("propose the run again, so that what is merged is what is approved");
      case HELD -> new Remedy("countersign release MODEL/ENV lifts the hold", SAFE + " after that");
      case CONFLICT -> new Remedy("look at both sides, resolve, re-run", SAFE);
      case ALREADY_EXISTS -> useless("remove what is there, or name another place (--to, --dir)");
      case LOG_MISSING ->
          useless(
              "countersign reconcile deploys what is merged; if that ends alike, the log was lost, and an approver runs countersign reconcile --rebuild-log --reason TEXT");
      case REMOTE_UNAVAILABLE -> new Remedy("wait until the remote answers", SAFE);
      case ENVIRONMENT_UNAVAILABLE ->
          new Remedy(
              "provide what is named (a package, free disk space, a folder, a port), or name another one",
              SAFE);
      case LIBRARY_MISSING ->
          new Remedy("install the package named, for example: apt-get install libgomp1", SAFE);
      case TIMED_OUT -> new Remedy("look at the target's log, or raise the time-out", SAFE);
      case TRAINING_FAILED ->
          new Remedy(
              "read the step's log named above, mend the step",
              SAFE + "; finished steps come from the cache");
      case DEPLOYMENT_UNHEALTHY ->
          new Remedy("read the app's log named above; the version before it serves", SAFE);
      case INTERRUPTED -> new Remedy("nothing is half done", SAFE);
      case BUG -> new Remedy("report it with the output of --debug", SAFE);
    };
  }

  /** The same, where a command is known: people type what they read. */
  Remedy during(String command) {
    return new Remedy(advice.replace("countersign COMMAND", command), rerun);
  }

  private static Remedy useless(String advice) {
    return new Remedy(advice, SAFE_USELESS);
  }
}
