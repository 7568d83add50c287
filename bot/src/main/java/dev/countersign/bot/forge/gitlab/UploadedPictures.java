package dev.countersign.bot.forge.gitlab;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.modelrefs.value.Digest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pictures and whole reviews in the project's uploads: as private as the project, no other host.
 * GitLab gives every upload a random folder and lists none of them by content, so the file's name
 * carries the digest, and the links that the bot's own merge requests show are used again.
 */
final class UploadedPictures {
  private static final Attachment.Form FORM = Attachment.Form.HTML;
  private static final Pattern LINK =
      Pattern.compile(
          "(?<=\\()(/(?:[A-Za-z0-9_.%-]+/)*uploads/[0-9a-f]{32,64}/([0-9a-f]{64}-[A-Za-z0-9._-]+))(?=\\))");

  private final ProjectCalls calls;
  private final Map<String, String> links = new HashMap<>();

  UploadedPictures(ProjectCalls calls) {
    this.calls = calls;
  }

  /** Learns the links in a text of the bot. */
  void remember(String markdown) {
    Matcher link = LINK.matcher(markdown);
    while (link.find()) {
      links.putIfAbsent(link.group(2), link.group(1));
    }
  }

  /** The links to files, in order; uploads what no link is known for. */
  List<String> links(List<Attachment> files) {
    List<String> names = files.stream().map(UploadedPictures::fileName).toList();
    for (int i = 0; i < names.size(); i++) {
      byte[] bytes = files.get(i).bytes(FORM);
      links.computeIfAbsent(names.get(i), name -> calls.upload(name, bytes));
    }
    return names.stream().map(links::get).toList();
  }

  private static String fileName(Attachment file) {
    return Digest.of(file.bytes(FORM)).hex() + "-" + file.fileName(FORM);
  }
}
