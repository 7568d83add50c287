package dev.countersign.modelrefs.git.signing;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;

/** Makes, reads and keeps the bot's signing keys. */
public final class SigningKeys {
  private static final String OPENSSH = "OPENSSH PRIVATE KEY";
  private static final String PKCS8 = "PRIVATE KEY";

  private SigningKeys() {}

  /** A new key. */
  public static SigningKey generate() {
    return new SigningKey(Ed25519.newSeed());
  }

  /**
   * Reads an Ed25519 private key without passphrase, as {@code ssh-keygen -t ed25519} or {@code
   * openssl genpkey -algorithm ed25519} writes it.
   *
   * @param what where the text came from, for the error: the name of a file or variable
   * @throws CountersignException {@code SIGNING_KEY_MISSING}; no part of the text is repeated
   */
  public static SigningKey parse(String text, String what) {
    try {
      return text.contains(begin(OPENSSH))
          ? OpenSshKey.read(body(text, OPENSSH))
          : new SigningKey(Ed25519.seedOfPkcs8(body(text, PKCS8)));
    } catch (IllegalArgumentException e) {
      throw new CountersignException(
          ErrorCode.SIGNING_KEY_MISSING,
          "\"%s\" holds no key that the bot can sign with: %s".formatted(what, e.getMessage()),
          e);
    }
  }

  /**
   * Reads a key file.
   *
   * @throws CountersignException {@code SIGNING_KEY_MISSING}
   */
  public static SigningKey read(Path file) {
    try {
      return parse(Files.readString(file, StandardCharsets.US_ASCII), file.toString());
    } catch (NoSuchFileException e) {
      throw new CountersignException(
          ErrorCode.SIGNING_KEY_MISSING, "there is no signing key at " + shown(file), e);
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.SIGNING_KEY_MISSING, "the signing key " + shown(file) + " cannot be read", e);
    }
  }

  /**
   * A path for people; a key that was given where its file's name belongs is not repeated (I13).
   */
  private static String shown(Path file) {
    String text = file.toString();
    return text.contains("-----") || text.lines().count() > 1
        ? "file, because the key itself was given in place of the name of its file"
        : "\"" + text + "\"";
  }

  /**
   * Writes a key file that only its owner can read, in the form that {@code ssh-keygen} and {@code
   * git} use too.
   *
   * @throws CountersignException {@code CONFLICT} if the file exists, {@code
   *     ENVIRONMENT_UNAVAILABLE} if it cannot be written
   */
  public static void write(SigningKey key, Path file) {
    FileAttribute<?> ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Set<StandardOpenOption> mustBeNew =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (SeekableByteChannel out = Files.newByteChannel(file, mustBeNew, ownerOnly)) {
      ByteBuffer bytes = ByteBuffer.wrap(text(key).getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (FileAlreadyExistsException e) {
      throw new CountersignException(
          ErrorCode.CONFLICT, "\"" + file + "\" exists; a signing key is never overwritten", e);
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE, "cannot write \"" + file + "\"", e);
    }
  }

  private static String text(SigningKey key) {
    return OpenSshKey.armour(OpenSshKey.write(key, "countersign"), OPENSSH);
  }

  private static byte[] body(String text, String title) {
    int start = text.indexOf(begin(title));
    int end = text.indexOf("-----END " + title + "-----");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("it does not start with \"" + begin(OPENSSH) + "\"");
    }
    try {
      return Base64.getMimeDecoder().decode(text.substring(start + begin(title).length(), end));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("its Base64 is damaged", e);
    }
  }

  private static String begin(String title) {
    return "-----BEGIN " + title + "-----";
  }
}
