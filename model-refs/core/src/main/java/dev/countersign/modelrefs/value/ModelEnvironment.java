package dev.countersign.modelrefs.value;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** One model in one environment: the unit that has a reference, a merge request and a history. */
public record ModelEnvironment(ModelName model, EnvironmentName environment)
    implements Comparable<ModelEnvironment> {
  private static final String BRANCHES = "countersign/";
  private static final String ROOT = "model-refs/";
  private static final String FILE = "/model-reference.json";
  private static final Comparator<ModelEnvironment> ORDER =
      Comparator.comparing(ModelEnvironment::model).thenComparing(ModelEnvironment::environment);

  public ModelEnvironment {
    Objects.requireNonNull(model);
    Objects.requireNonNull(environment);
  }

  /** From two plain names. */
  public static ModelEnvironment of(String model, String environment) {
    return new ModelEnvironment(new ModelName(model), new EnvironmentName(environment));
  }

  /**
   * Parses {@code model/environment}.
   *
   * @throws IllegalArgumentException naming the value and the rule
   */
  public static ModelEnvironment parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("\"" + text + "\" is not MODEL/ENVIRONMENT");
    }
    return of(text.substring(0, slash), text.substring(slash + 1));
  }

  /** Whether a repository path is the path of some model reference. */
  public static boolean isReferencePath(String path) {
    return path.startsWith(ROOT) && path.endsWith(FILE) && path.split("/", -1).length == 4;
  }

  /**
   * The model and environment whose reference lies at a repository path.
   *
   * @throws IllegalArgumentException if it is not a reference's path
   */
  public static ModelEnvironment ofReferencePath(String path) {
    if (!isReferencePath(path)) {
      throw new IllegalArgumentException("\"" + path + "\" is not the path of a model reference");
    }
    return parse(path.substring(ROOT.length(), path.length() - FILE.length()));
  }

  /** The model and environment of a bot's branch; empty for any other branch. */
  public static Optional<ModelEnvironment> ofBranch(String branch) {
    if (!branch.startsWith(BRANCHES)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(branch.substring(BRANCHES.length())));
    } catch (IllegalArgumentException notALine) {
      return Optional.empty();
    }
  }

  /** Where the reference lies in the repository: {@code model-refs/M/E/model-reference.json}. */
  public String referencePath() {
    return ROOT + this + FILE;
  }

  /** The bot's branch for it: {@code countersign/M/E}. */
  public String branch() {
    return BRANCHES + this;
  }

  @Override
  public int compareTo(ModelEnvironment other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return model + "/" + environment;
  }
}
