package dev.countersign.bot.forge.gitlab;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A title as GitLab keeps it: whether a merge request is a draft stands in front of it.
 *
 * @param text without the mark
 */
record DraftTitle(String text, boolean draft) {
  private static final int MAX_LENGTH = 255;
  private static final String MARK = "Draft: ";

  /** GitLab: {@code Draft:}, {@code [Draft]} and {@code (Draft)}, in any case. */
  private static final Pattern MARKS =
      Pattern.compile("\\A(?:\\s*(?:\\[draft]|\\(draft\\)|draft:))+\\s*", Pattern.CASE_INSENSITIVE);

  static DraftTitle parse(String title) {
    Matcher mark = MARKS.matcher(title);
    return mark.find()
        ? new DraftTitle(title.substring(mark.end()), true)
        : new DraftTitle(title, false);
  }

  /**
   * The title to send.
   *
   * @throws CountersignException {@code INPUT_INVALID} if GitLab would not keep it as it is
   */
  String toSend() {
    String title = draft ? MARK + text : text;
    if (text.isBlank()
        || !text.equals(text.strip())
        || title.length() > MAX_LENGTH
        || text.indexOf('\n') >= 0
        || !parse(title).equals(this)) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "\"%s\" is not a title; use one line of 1 to %d characters that does not start with \"Draft:\""
              .formatted(text, MAX_LENGTH - MARK.length()));
    }
    return title;
  }
}
