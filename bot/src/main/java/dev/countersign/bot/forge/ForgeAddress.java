package dev.countersign.bot.forge;

import java.net.URI;
import java.util.Optional;

/**
 * Which forge holds the merge requests, and which of its projects. It comes from flags or from the
 * CI's variables, never from a file of the repository, and never from a guess at a host's name.
 */
public sealed interface ForgeAddress {
  /** The forge as a person writes it: {@code local}, {@code gitlab}, {@code github}. */
  String kind();

  /** Where Git finds the repository, if the forge says so; the local forge's is a folder. */
  Optional<URI> gitUrl();

  /**
   * The forge inside the repository.
   *
   * @param page where its page answers, for links
   */
  record Local(URI page) implements ForgeAddress {
    @Override
    public String kind() {
      return "local";
    }

    @Override
    public Optional<URI> gitUrl() {
      return Optional.empty();
    }
  }

  /**
   * A project on GitLab.
   *
   * @param url of GitLab itself, with its relative URL root if it has one
   * @param project with all its groups
   */
  record GitLab(URI url, String project) implements ForgeAddress {
    @Override
    public String kind() {
      return "gitlab";
    }

    @Override
    public Optional<URI> gitUrl() {
      return Optional.of(below(url, project + ".git"));
    }
  }

  /**
   * A repository on GitHub.
   *
   * @param apiUrl {@code https://api.github.com}, or {@code https://HOST/api/v3}
   * @param webUrl where people and Git find it
   * @param repository {@code OWNER/NAME}
   */
  record GitHub(URI apiUrl, URI webUrl, String repository) implements ForgeAddress {
    @Override
    public String kind() {
      return "github";
    }

    @Override
    public Optional<URI> gitUrl() {
      return Optional.of(below(webUrl, repository + ".git"));
    }
  }

  private static URI below(URI url, String path) {
    String base = url.toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + path);
  }
}
