package dev.countersign.modelrefs.git.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.git.Signature;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshSignaturesTest {
  private static final byte[] MESSAGE = "tree 1\n\nmessage\n".getBytes(StandardCharsets.UTF_8);
  private final SigningKey key = SigningKeys.generate();

  @Test
  void verifiesWhatItSigned_andTellsTheKey() {
    assertThat(SshSignatures.verify(MESSAGE, SshSignatures.sign(key, MESSAGE)))
        .contains(new Signature(key.publicKey()));
  }

  @Test
  void doesNotVerifyAnotherMessage() {
    byte[] other = "tree 2\n\nmessage\n".getBytes(StandardCharsets.UTF_8);

    assertThat(SshSignatures.verify(other, SshSignatures.sign(key, MESSAGE))).isEmpty();
  }

  @Test
  @DisplayName("I7: no byte of a signature can be changed")
  void doesNotVerify_whenAnyBitOfTheBlobIsFlipped() {
    String armoured = SshSignatures.sign(key, MESSAGE);
    String[] lines = armoured.split("\n", -1);
    byte[] blob =
        java.util.Base64.getMimeDecoder()
            .decode(String.join("", java.util.Arrays.copyOfRange(lines, 1, lines.length - 2)));
    for (int i = 0; i < blob.length; i++) {
      byte[] changed = blob.clone();
      changed[i] ^= 1;
      assertThat(
              SshSignatures.verify(MESSAGE, OpenSshKey.armour(changed, "SSH SIGNATURE"))
                  .filter(new Signature(key.publicKey())::equals))
          .as("byte %d", i)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-----BEGIN SSH SIGNATURE-----",
        "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----",
        "-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----",
        "-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAf////8=\n-----END SSH SIGNATURE-----",
        "-----BEGIN SSH SIGNATURE-----\n?\n-----END SSH SIGNATURE-----",
        "-----BEGIN PGP SIGNATURE-----\nabcd\n-----END PGP SIGNATURE-----"
      })
  void garbageIsNoSignature(String garbage) {
    assertThat(SshSignatures.verify(MESSAGE, garbage)).isEmpty();
  }
}
