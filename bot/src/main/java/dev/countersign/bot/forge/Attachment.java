package dev.countersign.bot.forge;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A file beside a merge request: a PNG picture, or a document in the forms that forges show. */
public final class Attachment {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private final ArtifactPath path;
  private final boolean picture;
  private final Map<Form, byte[]> forms;
  private final List<Attachment> pictures;

  /** The forms of a document; a forge takes the one that its readers can open. */
  public enum Form {
    /** One self-contained page, for a forge that hands files out. */
    HTML(".html"),
    /** For a forge that renders files of its repositories. */
    MARKDOWN(".md");

    private final String ending;

    Form(String ending) {
      this.ending = ending;
    }
  }

  private Attachment(
      ArtifactPath path, boolean picture, Map<Form, byte[]> forms, List<Attachment> pictures) {
    this.path = path;
    this.picture = picture;
    this.forms = forms;
    this.pictures = List.copyOf(pictures);
  }

  /**
   * A picture.
   *
   * @param path where it belongs, for example {@code
   *     diamonds-price/production/<digest>/residuals.png}
   */
  public Attachment(ArtifactPath path, byte[] png) {
    this(path, true, Map.of(Form.HTML, png.clone(), Form.MARKDOWN, png.clone()), List.of());
  }

  /**
   * A document.
   *
   * @param path where it belongs, without an ending
   * @param html with its pictures inside
   * @param markdown links to its pictures as {@link #besideDocument} says
   */
  public static Attachment document(
      ArtifactPath path, String html, String markdown, List<Attachment> pictures) {
    return new Attachment(
        path,
        false,
        Map.of(
            Form.HTML, html.getBytes(StandardCharsets.UTF_8),
            Form.MARKDOWN, markdown.getBytes(StandardCharsets.UTF_8)),
        pictures);
  }

  /** The pictures that a document's Markdown links to. */
  public List<Attachment> pictures() {
    return pictures;
  }

  /** The folder that files of this content are kept in, where they are kept by content. */
  public String folder(Form form) {
    return "sha256/" + Digest.of(bytes(form)).hex();
  }

  /** How Markdown of a document links to this picture, which is kept with it. */
  public String besideDocument() {
    return "../../" + folder(Form.MARKDOWN) + "/" + fileName(Form.MARKDOWN);
  }

  /** Where it belongs. */
  public ArtifactPath path() {
    return path;
  }

  /** Whether it is a picture; else it is a document. */
  public boolean isPicture() {
    return picture;
  }

  /** The file's name, without folder, in letters that every forge keeps. */
  public String fileName(Form form) {
    String name = path.value().substring(path.value().lastIndexOf('/') + 1);
    return name.replaceAll("[^A-Za-z0-9._-]", "-") + (picture ? "" : form.ending);
  }

  /**
   * The file.
   *
   * @throws CountersignException {@code INPUT_INVALID} if it is a picture and no PNG
   */
  public byte[] bytes(Form form) {
    byte[] bytes = Objects.requireNonNull(forms.get(form));
    if (picture && !isPng(bytes)) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID, "\"" + path + "\" is not a PNG picture");
    }
    return bytes.clone();
  }

  /** Whether a file starts as a PNG does. */
  public static boolean isPng(byte[] bytes) {
    return bytes.length > PNG.length && Arrays.equals(PNG, 0, PNG.length, bytes, 0, PNG.length);
  }
}
