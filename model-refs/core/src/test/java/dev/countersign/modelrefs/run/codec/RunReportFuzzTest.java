package dev.countersign.modelrefs.run.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.run.RunReport;
import dev.countersign.testing.fuzz.ReaderFuzzContract;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Any bytes offered as a run report end in a report or in a refusal")
class RunReportFuzzTest extends ReaderFuzzContract {
  @Override
  protected List<byte[]> seeds() {
    return List.of(RunReportCodec.encode(RunReportFixtures.report()));
  }

  @Override
  protected List<String> words() {
    return List.of("binary", "multiclass", "minor", "p:Yes", "https://user:secret@host/x", "0.5");
  }

  @Override
  protected void read(byte[] input) {
    RunReport report = RunReportCodec.decode(input, "run-report.json");

    byte[] written = RunReportCodec.encode(report);
    assertThat(RunReportCodec.decode(written, "written")).isEqualTo(report);
    assertThat(RunReportCodec.encode(RunReportCodec.decode(written, "written"))).isEqualTo(written);
  }
}
