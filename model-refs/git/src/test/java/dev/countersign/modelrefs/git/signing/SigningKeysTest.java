package dev.countersign.modelrefs.git.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
  /** Made by ssh-keygen for this test and used nowhere else. */
  private static final String FROM_SSH_KEYGEN =
      """
      -----BEGIN OPENSSH PRIVATE KEY-----
      b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW
      QyNTUxOQAAACCwmPfZVr3odMt6RHTW/vLSzKwS35sGwNv9Sx4/B2k0WwAAAIj8TjfC/E43
      wgAAAAtzc2gtZWQyNTUxOQAAACCwmPfZVr3odMt6RHTW/vLSzKwS35sGwNv9Sx4/B2k0Ww
      AAAEAQqJzs8ofYdHioATliK7LTsPy8lmX6rKwKtBaTXn1vcrCY99lWveh0y3pEdNb+8tLM
      rBLfmwbA2/1LHj8HaTRbAAAAAAECAwQF
      -----END OPENSSH PRIVATE KEY-----
      """;

  private static final String ITS_PUBLIC_KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILCY99lWveh0y3pEdNb+8tLMrBLfmwbA2/1LHj8HaTRb";

  @TempDir Path folder;

  @Test
  void readsWhatSshKeygenWrites() {
    assertThat(SigningKeys.parse(FROM_SSH_KEYGEN, "KEY").publicKey()).isEqualTo(ITS_PUBLIC_KEY);
  }

  @Test
  void readsPkcs8() throws GeneralSecurityException {
    byte[] encoded =
        KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getEncoder().encodeToString(encoded)
            + "\n-----END PRIVATE KEY-----\n";
    byte[] message = {1, 2, 3};
    SigningKey key = SigningKeys.parse(pem, "KEY");

    assertThat(SshSignatures.verify(message, SshSignatures.sign(key, message))).isPresent();
  }

  @Test
  void readsBackWhatItWrote_andOnlyTheOwnerCan() throws IOException {
    SigningKey key = SigningKeys.generate();
    Path file = folder.resolve("bot-key");
    SigningKeys.write(key, file);

    assertThat(SigningKeys.read(file).publicKey()).isEqualTo(key.publicKey());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void neverOverwritesAKey() {
    Path file = folder.resolve("bot-key");
    SigningKeys.write(SigningKeys.generate(), file);

    assertThatThrownBy(() -> SigningKeys.write(SigningKeys.generate(), file))
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
  }

  @Test
  @DisplayName("Fault row 34, I13: an error about a key repeats nothing of it")
  void namesTheSource_notTheKey() {
    String broken = FROM_SSH_KEYGEN.replace("AAAA", "AAAB");

    assertThatThrownBy(() -> SigningKeys.parse(broken, "COUNTERSIGN_SIGNING_KEY"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.SIGNING_KEY_MISSING);
              assertThat(e).hasMessageContaining("\"COUNTERSIGN_SIGNING_KEY\"");
              assertThat(e.getMessage()).doesNotContain("b3BlbnNzaC1r");
            });
    SigningKey key = SigningKeys.generate();
    assertThat(key).hasToString(key.publicKey());
  }

  @Test
  void saysWhatIsMissing_whenThereIsNoFile() {
    assertThatThrownBy(() -> SigningKeys.read(folder.resolve("none")))
        .isInstanceOf(CountersignException.class)
        .hasMessageContaining("there is no signing key at");
  }

  @Test
  void refusesWhatIsNoPrivateKey() {
    assertThatThrownBy(() -> SigningKeys.parse(ITS_PUBLIC_KEY, "KEY"))
        .isInstanceOf(CountersignException.class)
        .hasMessageContaining("it does not start with \"-----BEGIN OPENSSH PRIVATE KEY-----\"");
  }
}
