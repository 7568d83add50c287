package dev.countersign.modelrefs.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.fuzz.FuzzContract;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Any text offered as an artifact's address is one that stays in its folder, or none")
class ArtifactUriFuzzTest extends FuzzContract {
  @Override
  protected List<byte[]> seeds() {
    return Stream.of(
            "gs://acme-models/diamonds-price/sha256/3b1f/\nmodel.ubj",
            "file:///var/lib/store/\nsha256/a b/größe.txt",
            "s3://bucket/\na",
            "file:/x/\n../y")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  protected List<String> words() {
    return List.of("gs://", "file:", "s3://b@c", "?q", "#f", ":80", "%2F", "[::1]", "\\");
  }

  /** A line with an address, and one with a path inside. */
  @Override
  protected void check(byte[] input) {
    String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", 2);
    Optional<ArtifactUri> uri = parsed(ArtifactUri::new, lines[0]);
    Optional<ArtifactPath> path = parsed(ArtifactPath::new, lines.length < 2 ? "x" : lines[1]);

    uri.ifPresent(ArtifactUriFuzzTest::isAFolder);
    path.ifPresent(ArtifactUriFuzzTest::isInside);
    uri.ifPresent(folder -> path.ifPresent(inner -> resolves(folder, inner)));
  }

  private static void isAFolder(ArtifactUri uri) {
    assertThat(uri.path()).startsWith("/").endsWith("/").doesNotContain("/../", "/./");
    assertThat(URI.create(uri.value()).normalize()).hasToString(uri.value());
    assertThat(uri.bucket().isEmpty()).isEqualTo(uri.scheme().equals("file"));
  }

  private static void isInside(ArtifactPath path) {
    assertThat(("/" + path.value() + "/").split("/")).doesNotContain("..", ".");
    assertThat(path.value()).doesNotStartWith("/").doesNotContainPattern("[\\p{Cntrl}\\\\%:]");
  }

  private static void resolves(ArtifactUri folder, ArtifactPath inner) {
    parsed(folder::resolve, inner)
        .ifPresent(inside -> assertThat(inside.isWithin(folder)).isTrue());
  }

  /** Both say by this exception alone that a text is none of theirs. */
  private static <S, T> Optional<T> parsed(Function<S, T> parser, S text) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return Optional.empty();
    }
  }
}
