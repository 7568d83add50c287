package dev.countersign.modelrefs.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.artifact.codec.ManifestCodec;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.testing.fuzz.ReaderFuzzContract;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Any bytes offered as an artifact's manifest end in a manifest or in a refusal")
class ManifestFuzzTest extends ReaderFuzzContract {
  @Override
  protected List<byte[]> seeds() {
    return List.of(
        ManifestCodec.encode(
            new ArtifactManifest(
                List.of(
                    new ManifestEntry(new ArtifactPath("model.ubj"), Digest.of(new byte[1]), 1),
                    new ManifestEntry(
                        new ArtifactPath("tokens/größe.txt"), Digest.of(new byte[2]), 2)))));
  }

  @Override
  protected List<String> words() {
    return List.of("model.ubj/x", "MODEL.UBJ", "con.txt", "a/./b", "a//b");
  }

  @Override
  protected void read(byte[] input) {
    ArtifactManifest manifest = ManifestCodec.decode(input, Digest.of(input), "manifest");

    byte[] written = ManifestCodec.encode(manifest);
    assertThat(ManifestCodec.decode(written, Digest.of(written), "written")).isEqualTo(manifest);
  }
}
