package dev.countersign.bot.wiring;

import dev.countersign.bot.approval.GroupLookup;
import dev.countersign.bot.approval.MergeConditions;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.ConfigSource;
import dev.countersign.bot.forge.Forge;
import dev.countersign.bot.forge.ForgeAddress;
import dev.countersign.bot.forge.ForgeMergeRequests;
import dev.countersign.bot.forge.ForgeSignals;
import dev.countersign.bot.forge.RequestListing;
import dev.countersign.bot.forge.inspection.ForgeInspection;
import dev.countersign.bot.forge.local.LocalDesk;
import dev.countersign.bot.identity.CiIdentity;
import dev.countersign.bot.identity.oidc.HttpIssuerDocuments;
import dev.countersign.bot.identity.oidc.JobIdentity;
import dev.countersign.bot.transport.Authorities;
import dev.countersign.bot.transport.ServiceAddress;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.ci.promotion.MergeRequests;
import dev.countersign.ci.promotion.Settings;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.RemoteAbilities;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import dev.countersign.modelrefs.git.signing.SigningKey;
import dev.countersign.modelrefs.git.signing.SigningKeys;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The repository, its forge and its configuration, opened for one command. Not thread-safe; close
 * it.
 */
public final class Session implements AutoCloseable {
  private final SessionOptions options;
  private final RemoteLocation location;
  private final GitRepository git;
  private final Optional<SigningKey> key;
  private final ConfigSource configuration;
  private final OpenForge forge;
  private final GroupLookup groups;

  private Session(SessionOptions options, RemoteLocation location, Optional<SigningKey> key) {
    this.options = options;
    this.location = location;
    this.git = JGitRepositories.open(location, key);
    this.key = key;
    this.configuration = new ConfigSource(git);
    this.forge = OpenForge.of(options.forge(), git, options.branch(), clock());
    this.groups = new GroupLookup(forge.groups());
  }

  /**
   * Opens the repository that the options name.
   *
   * @throws CountersignException {@code USAGE} if none is named, {@code NOT_FOUND} if there is none
   */
  public static Session open(SessionOptions options) {
    RemoteLocation location =
        RepositoryLocation.of(options.repository(), options.forge(), options.branch());
    Optional<SigningKey> key =
        options
            .signingKey()
            .map(SigningKeys::read)
            .or(
                () ->
                    options
                        .signingKeyText()
                        .map(text -> SigningKeys.parse(text, "COUNTERSIGN_SIGNING_KEY")));
    return new Session(options, location, key);
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

  /** What the configuration at any commit says, with people in the place of groups. */
  public Settings settings() {
    return groups.over(configuration);
  }

  /** Finds the people among the approvers; asks the forge for each group once. */
  public GroupLookup groups() {
    return groups;
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

  /** Whether a key is given, be it the bot's or not. */
  public boolean hasKey() {
    return key.isPresent();
  }

  /** The forge. */
  public Forge forge() {
    return forge.forge();
  }

  /** All merge requests of the forge. */
  public RequestListing listing() {
    return forge.listing();
  }

  /** Looks at the forge; changes nothing there. */
  public ForgeInspection inspection() {
    return OpenForge.inspection(options.forge(), options.branch(), clock());
  }

  /**
   * What the repository does for this login; found out without changing anything.
   *
   * @throws CountersignException as {@link GitRepository#fetch}
   */
  public RemoteAbilities abilities() {
    return JGitRepositories.abilities(location, options.branch());
  }

  /** Whether the repository is reached without TLS, by somebody else's network. */
  public boolean isReachedInTheOpen() {
    return location instanceof RemoteLocation.Server server
        && "http".equals(server.uri().getScheme())
        && !ServiceAddress.isSecure(server.uri());
  }

  /** Whether the forge proves who its people are; the local one takes their word. */
  public boolean identitiesAttested() {
    return !(options.forge().address() instanceof ForgeAddress.Local);
  }

  /** What the forge shows beside merge requests; the local forge has nothing of that kind. */
  public Optional<ForgeSignals> signals() {
    return forge.signals();
  }

  /**
   * Where people decide on the local forge.
   *
   * @throws CountersignException {@code USAGE} on another forge, which has pages of its own
   */
  public LocalDesk desk() {
    return new LocalDesk(
        git, forge.localSettings(), new MergeConditions(git, settings(), this::tip));
  }

  /** The forge, as the CI job step asks it. */
  public MergeRequests mergeRequests() {
    return new ForgeMergeRequests(forge(), git);
  }

  /** The stores that the configuration names, to read artifacts from. */
  public ArtifactStore stores() {
    return new ConfiguredStores(config());
  }

  /**
   * Who stands behind the CI job that an environment describes; empty if it describes none.
   *
   * @throws CountersignException {@code IDENTITY_REFUSED} if the job's identity token does not hold
   */
  public Optional<CiIdentity> jobIdentity(Map<String, String> environment) {
    ForgeAccess access = options.forge();
    HttpIssuerDocuments documents =
        HttpIssuerDocuments.standard(access.caFile().map(Authorities::fromPem));
    return new JobIdentity(documents, clock()).of(environment, access.address());
  }

  /** The clock that times are taken from. */
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public void close() {
    git.close();
  }
}
