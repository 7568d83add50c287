package dev.countersign.modelrefs.reference.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import dev.countersign.testing.fuzz.ReaderFuzzContract;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Any bytes offered as a reference end in a reference or in a refusal")
class ReferenceFuzzTest extends ReaderFuzzContract {
  @Override
  protected List<byte[]> seeds() {
    return Stream.of(
            ReferenceFixtures.second(),
            ReferenceFixtures.first(),
            ReferenceFixtures.rollback(),
            ReferenceFixtures.adopted())
        .map(ReferenceCodec::encode)
        .toList();
  }

  @Override
  protected Set<ErrorCode> refusals() {
    return Set.of(ErrorCode.INPUT_INVALID, ErrorCode.CHECKSUM_MISMATCH);
  }

  @Override
  protected int mutations() {
    return 500;
  }

  @Override
  protected void read(byte[] input) {
    ReferenceDocument document = ReferenceCodec.decode(withItsChecksum(input), "reference");

    ModelReference reference = document.reference();
    byte[] written = ReferenceCodec.encode(reference);
    ReferenceDocument again = ReferenceCodec.decode(written, "written");
    assertThat(again.reference()).isEqualTo(reference);
    assertThat(again.writersBytes()).isTrue();
    assertThat(again.checksum()).isEqualTo(ReferenceCodec.checksum(reference));
  }

  /** Gives a document that was changed the checksum of what it says now, as a forger would. */
  private static byte[] withItsChecksum(byte[] input) {
    try {
      if (StrictJson.read(input, "input") instanceof ObjectNode document) {
        document.remove("checksum");
        document.put("checksum", CanonicalJson.digest(document).toString());
        return CanonicalJson.indented(document);
      }
      return input;
    } catch (CountersignException notEvenJson) {
      return input;
    }
  }
}
