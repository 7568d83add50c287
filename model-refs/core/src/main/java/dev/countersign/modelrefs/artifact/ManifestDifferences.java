package dev.countersign.modelrefs.artifact;

import dev.countersign.modelrefs.error.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells in which files two lists of files differ. */
public final class ManifestDifferences {
  private ManifestDifferences() {}

  /**
   * One problem per file that is missing, extra or other than expected; empty if they are equal.
   *
   * @param actual what was found, in any order
   */
  public static List<Problem> of(ArtifactManifest expected, List<ManifestEntry> actual) {
    Map<ArtifactPath, ManifestEntry> found = new LinkedHashMap<>();
    actual.forEach(entry -> found.put(entry.path(), entry));
    List<Problem> problems = new ArrayList<>();
    for (ManifestEntry file : expected.files()) {
      ManifestEntry other = found.remove(file.path());
      if (other == null) {
        problems.add(new Problem(file.path().value(), "is missing"));
      } else if (!other.equals(file)) {
        problems.add(new Problem(file.path().value(), differs(file, other)));
      }
    }
    found.keySet().forEach(path -> problems.add(new Problem(path.value(), "is not part of it")));
    return problems;
  }

  private static String differs(ManifestEntry expected, ManifestEntry actual) {
    return "expected sha256 \"%s\" (%d bytes), is \"%s\" (%d bytes)"
        .formatted(
            expected.sha256().hex(),
            expected.sizeBytes(),
            actual.sha256().hex(),
            actual.sizeBytes());
  }
}
