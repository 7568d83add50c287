package dev.countersign.bot.identity;

/** A CI whose jobs Countersign can tell who launched them. */
public enum CiPlatform {
  /** GitLab CI/CD. */
  GITLAB("gitlab"),
  /** GitHub Actions. */
  GITHUB("github");

  private final String forge;

  CiPlatform(String forge) {
    this.forge = forge;
  }

  /** The forge that its people belong to, as references name it. */
  public String forge() {
    return forge;
  }
}
