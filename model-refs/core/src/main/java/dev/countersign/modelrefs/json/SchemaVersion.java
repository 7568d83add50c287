package dev.countersign.modelrefs.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a document's format. A reader of a major version reads every minor version of it:
 * what changes trust or meaning raises the major version.
 */
public record SchemaVersion(int major, int minor) {
  private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d{0,3})\\.(0|[1-9]\\d{0,3})");
  private static final String KEY = "schemaVersion";

  /**
   * Checks that a document's {@code schemaVersion} is one that a reader of this version reads. Ask
   * before anything else: problems of another format's keys would only mislead.
   *
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID} if it is missing, has another form
   *     or another major version
   */
  public void check(JsonNode document, String what) {
    JsonNode version = document.path(KEY);
    if (version.isMissingNode()) {
      throw invalid(what, "is missing; this version of Countersign writes \"%s\"".formatted(this));
    }
    Matcher parts = FORM.matcher(version.isTextual() ? version.textValue() : "");
    if (!parts.matches()) {
      throw invalid(what, "%s is not a version such as \"%s\"".formatted(version, this));
    }
    if (Integer.parseInt(parts.group(1)) != major) {
      throw invalid(
          what,
          "%s is not read by this version of Countersign, which reads %d.x"
              .formatted(version, major));
    }
  }

  private static CountersignException invalid(String what, String problem) {
    return new CountersignException(
        ErrorCode.INPUT_INVALID,
        "\"%s\" is not valid".formatted(what),
        List.of(new Problem("$." + KEY, problem)));
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
