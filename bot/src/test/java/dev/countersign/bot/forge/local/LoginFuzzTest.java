package dev.countersign.bot.forge.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.testing.fuzz.FuzzContract;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Any name of a commit's author is that of somebody on the local forge")
class LoginFuzzTest extends FuzzContract {
  @Override
  protected List<byte[]> seeds() {
    return Stream.of("Bob Builder", "--", "", "x".repeat(62) + "\ud835\udc9c", "bob@b.example")
        .map(name -> name.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  protected void check(byte[] input) {
    String name = new String(input, StandardCharsets.UTF_8);

    Identity author = Login.author(new Person(name, "somebody@host.example", Instant.EPOCH));

    assertThat(Login.check(author)).isEqualTo(author);
  }

  @Test
  void cutsALongName_notALetterOutsideTheBasicPlane() {
    String name = "x".repeat(62) + "\ud835\udc9c" + "yyy";

    Identity author = Login.author(new Person(name, "somebody@host.example", Instant.EPOCH));

    assertThat(author.login()).isEqualTo("x".repeat(62) + "\ud835\udc9c");
  }
}
