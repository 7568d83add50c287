package dev.countersign.bot.wiring;

import dev.countersign.bot.forge.Forge;
import dev.countersign.bot.forge.ForgeAddress;
import dev.countersign.bot.forge.ForgeGroups;
import dev.countersign.bot.forge.ForgeSignals;
import dev.countersign.bot.forge.GroupMembers;
import dev.countersign.bot.forge.RequestListing;
import dev.countersign.bot.forge.github.GitHubCredential;
import dev.countersign.bot.forge.github.GitHubForge;
import dev.countersign.bot.forge.github.GitHubInspection;
import dev.countersign.bot.forge.github.GitHubSettings;
import dev.countersign.bot.forge.github.RepositoryName;
import dev.countersign.bot.forge.gitlab.GitLabForge;
import dev.countersign.bot.forge.gitlab.GitLabInspection;
import dev.countersign.bot.forge.gitlab.GitLabSettings;
import dev.countersign.bot.forge.gitlab.GitLabToken;
import dev.countersign.bot.forge.inspection.ForgeInspection;
import dev.countersign.bot.forge.local.LocalForge;
import dev.countersign.bot.forge.local.LocalForgeSettings;
import dev.countersign.bot.forge.local.LocalInspection;
import dev.countersign.bot.transport.Pacing;
import dev.countersign.bot.transport.Secret;
import dev.countersign.bot.transport.TransportSettings;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The forge of a session. One adapter per command: adapters remember what they read.
 *
 * @param local settings of the local forge; empty on another one
 */
record OpenForge(
    Forge forge,
    RequestListing listing,
    Optional<ForgeSignals> signals,
    ForgeGroups groups,
    Optional<LocalForgeSettings> local) {
  /** The bot's identity on the local forge. */
  static final Identity BOT = new Identity("countersign", Optional.empty());

  private static final GroupMembers NO_GROUPS =
      new GroupMembers.Unreadable("the local forge has no groups; name the people's logins");

  private static final TransportSettings POLICY = TransportSettings.defaults();
  private static final TransportSettings LOOK =
      new TransportSettings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(45),
          3,
          Duration.ofMillis(300),
          Duration.ofSeconds(2));
  private static final Pacing PACING = Pacing.system();

  /** Opens the forge that an address names; calls nothing yet. */
  static OpenForge of(ForgeAccess access, GitRepository git, String branch, Clock clock) {
    ForgeAddress address = access.address();
    if (address instanceof ForgeAddress.Local here) {
      LocalForgeSettings settings = new LocalForgeSettings(BOT, here.page(), clock, true);
      LocalForge forge = new LocalForge(git, settings);
      return new OpenForge(
          forge, forge, Optional.empty(), group -> NO_GROUPS, Optional.of(settings));
    }
    try {
      return address instanceof ForgeAddress.GitLab gitLab
          ? on(GitLabForge.open(settings(gitLab, access, branch), git, POLICY, PACING))
          : on(
              GitHubForge.open(
                  settings((ForgeAddress.GitHub) address, access, branch), git, POLICY, PACING));
    } catch (IllegalArgumentException e) {
      throw new CountersignException(ErrorCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  /** Looks at the forge that an address names; gives up sooner than what changes something. */
  static ForgeInspection inspection(ForgeAccess access, String branch, Clock clock) {
    ForgeAddress address = access.address();
    if (address instanceof ForgeAddress.GitLab gitLab) {
      return GitLabInspection.open(settings(gitLab, access, branch), LOOK, PACING);
    }
    if (address instanceof ForgeAddress.GitHub gitHub) {
      return GitHubInspection.open(settings(gitHub, access, branch), LOOK, PACING);
    }
    URI page = ((ForgeAddress.Local) address).page();
    return new LocalInspection(new LocalForgeSettings(BOT, page, clock, true));
  }

  /** The token with which Git gets into a repository on GitHub; an app's is asked for. */
  static Secret gitHubToken(ForgeAccess access, String branch) {
    return GitHubForge.gitToken(
        settings((ForgeAddress.GitHub) access.address(), access, branch), POLICY, PACING);
  }

  private static <F extends Forge & RequestListing & ForgeSignals & ForgeGroups> OpenForge on(
      F forge) {
    return new OpenForge(forge, forge, Optional.of(forge), forge, Optional.empty());
  }

  private static GitLabSettings settings(
      ForgeAddress.GitLab address, ForgeAccess access, String branch) {
    GitLabToken token =
        access.login() instanceof ForgeLogin.JobToken job
            ? new GitLabToken(GitLabToken.Kind.JOB, job.token())
            : new GitLabToken(GitLabToken.Kind.ACCESS, secret(access.login()));
    return new GitLabSettings(
        address.url(), address.project(), branch, token, access.caFile(), Optional.empty());
  }

  private static GitHubSettings settings(
      ForgeAddress.GitHub address, ForgeAccess access, String branch) {
    GitHubCredential credential =
        access.login() instanceof ForgeLogin.GitHubApp app
            ? new GitHubCredential.App(app.id(), app.privateKey())
            : new GitHubCredential.Token(secret(access.login()));
    return new GitHubSettings(
        address.apiUrl(),
        RepositoryName.parse(address.repository()),
        branch,
        credential,
        Optional.empty(),
        access.caFile());
  }

  private static Secret secret(ForgeLogin login) {
    if (login instanceof ForgeLogin.AccessToken access) {
      return access.token();
    }
    if (login instanceof ForgeLogin.JobToken job) {
      return job.token();
    }
    throw new CountersignException(ErrorCode.ACCESS_DENIED, "the forge needs a token");
  }

  /**
   * Settings of the local forge.
   *
   * @throws CountersignException {@code USAGE} on another forge
   */
  LocalForgeSettings localSettings() {
    return local.orElseThrow(
        () ->
            new CountersignException(
                ErrorCode.USAGE,
                "this command is for the local forge; on GitLab and GitHub people decide on the"
                    + " merge request's page"));
  }
}
