package dev.countersign.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.testing.fuzz.ReaderFuzzContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Any bytes offered as countersign.yaml end in a configuration or in a refusal")
class ConfigFuzzTest extends ReaderFuzzContract {
  private static final String MINIMAL =
      """
      version: 1
      stores: {default: "file:///srv/models/"}
      models: {m: {environments: {prod: {approvers: [bob]}}}}
      """;

  @Override
  protected List<byte[]> seeds() {
    return List.of(ConfigReaderTest.fullText(), MINIMAL.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  protected List<String> words() {
    return List.of(
        "&a ",
        "*a",
        "!!int ",
        "<<: ",
        "- ",
        "|",
        ">",
        "0x1F",
        "1:30:00",
        "~",
        "${env:TOKEN}",
        "${file:../x}",
        "https://user@host/",
        "superior",
        "slices",
        "http",
        "deployments");
  }

  @Override
  protected Set<ErrorCode> refusals() {
    return Set.of(ErrorCode.INPUT_INVALID, ErrorCode.CONFIGURATION_INVALID);
  }

  @Override
  protected int mutations() {
    return 500;
  }

  @Override
  protected void read(byte[] input) {
    BotConfig config = ConfigReader.read(input, "countersign.yaml");

    assertThat(config.lines()).doesNotHaveDuplicates();
    assertThat(config.lines()).allSatisfy(line -> assertThat(config.line(line)).isPresent());
  }
}
