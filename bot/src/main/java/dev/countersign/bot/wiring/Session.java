package dev.countersign.bot.wiring;

import dev.countersign.bot.approval.MergeConditions;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.ConfigSource;
import dev.countersign.bot.forge.Forge;
import dev.countersign.bot.forge.ForgeMergeRequests;
import dev.countersign.bot.forge.ForgeSignals;
import dev.countersign.bot.forge.local.LocalDesk;
import dev.countersign.bot.forge.local.LocalForge;
import dev.countersign.bot.forge.local.LocalForgeSettings;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.ci.promotion.MergeRequests;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import dev.countersign.modelrefs.git.signing.SigningKey;
import dev.countersign.modelrefs.git.signing.SigningKeys;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Clock;
import java.util.Optional;

/**
 * The repository, its forge and its configuration, opened for one command. Not thread-safe; close
 * it.
 */
public final class Session implements AutoCloseable {
  /** The bot's identity on the local forge. */
  public static final Identity BOT = new Identity("countersign", Optional.empty());

  private final SessionOptions options;
  private final GitRepository git;
  private final Optional<SigningKey> key;
  private final ConfigSource configuration;

  private Session(SessionOptions options, GitRepository git, Optional<SigningKey> key) {
    this.options = options;
    this.git = git;
    this.key = key;
    this.configuration = new ConfigSource(git);
  }

  /**
   * Opens the repository that the options name.
   *
   * @throws CountersignException {@code USAGE} if none is named, {@code NOT_FOUND} if there is none
   */
  public static Session open(SessionOptions options) {
    RemoteLocation location =
        options
            .repository()
            .orElseThrow(
                () ->
                    new CountersignException(
                        ErrorCode.USAGE,
                        "no repository is named; give --repository PATH or COUNTERSIGN_REPOSITORY"));
    Optional<SigningKey> key =
        options
            .signingKey()
            .map(SigningKeys::read)
            .or(
                () ->
                    options
                        .signingKeyText()
                        .map(text -> SigningKeys.parse(text, "COUNTERSIGN_SIGNING_KEY")));
    return new Session(options, JGitRepositories.open(location, key), key);
  }

  /** The repository. */
  public GitRepository git() {
    return git;
  }

  /** The protected branch. */
  public String branch() {
    return options.branch();
  }

  /**
   * The protected branch's tip, freshly fetched.
   *
   * @throws CountersignException {@code NOT_FOUND} if there is no such branch
   */
  public CommitId tip() {
    return ConfigSource.tipOf(git, options.branch());
  }

  /** The configuration at the protected branch's tip. */
  public BotConfig config() {
    return configuration.at(tip());
  }

  /** The configuration at any commit. */
  public ConfigSource configuration() {
    return configuration;
  }

  /**
   * Who acts.
   *
   * @throws CountersignException {@code USAGE} if nobody is named
   */
  public Identity actor() {
    return options
        .actor()
        .map(login -> new Identity(login, Optional.empty()))
        .orElseThrow(
            () ->
                new CountersignException(
                    ErrorCode.USAGE, "who are you? Give --as LOGIN or COUNTERSIGN_ACTOR"));
  }

  /**
   * Demands a key that the configuration knows as the bot's.
   *
   * @throws CountersignException {@code SIGNING_KEY_MISSING}
   */
  public void requireBotKey(BotConfig config) {
    String mine =
        key.map(SigningKey::publicKey)
            .orElseThrow(
                () ->
                    new CountersignException(
                        ErrorCode.SIGNING_KEY_MISSING, "no signing key is given"));
    if (!config.botKeysAt(clock().instant()).contains(mine)) {
      throw new CountersignException(
          ErrorCode.SIGNING_KEY_MISSING,
          "the key \"%s\" is not among the valid keys under signing.bot of %s"
              .formatted(mine, BotConfig.PATH));
    }
  }

  /** The forge. */
  public Forge forge() {
    return new LocalForge(git, forgeSettings());
  }

  /** What the forge shows beside merge requests; the local forge has nothing of that kind. */
  public Optional<ForgeSignals> signals() {
    return Optional.empty();
  }

  /**
   * Where people decide; only the local forge has it, on others they decide on the forge's page.
   */
  public LocalDesk desk() {
    return new LocalDesk(git, forgeSettings(), new MergeConditions(git, configuration, this::tip));
  }

  /** The forge, as the CI job step asks it. */
  public MergeRequests mergeRequests() {
    return new ForgeMergeRequests(forge(), git);
  }

  /** The stores that the configuration names, to read artifacts from. */
  public ArtifactStore stores() {
    return new ConfiguredStores(config());
  }

  /** The clock that times are taken from. */
  public Clock clock() {
    return Clock.systemUTC();
  }

  private LocalForgeSettings forgeSettings() {
    return new LocalForgeSettings(BOT, options.page(), clock(), true);
  }

  @Override
  public void close() {
    git.close();
  }
}
