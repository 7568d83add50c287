package dev.countersign.bot.scaffold;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.ConfigReader;
import dev.countersign.modelrefs.evidence.metric.MetricCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The files of a repository that is set up for Countersign. */
public final class Scaffold {
  private final ScaffoldRequest request;
  private final CiFiles ci;

  /** For a repository. */
  public Scaffold(ScaffoldRequest request) {
    this.request = request;
    this.ci = new CiFiles(request);
  }

  /**
   * The files, in the order in which a person reads them.
   *
   * @param publicKey of the bot, in OpenSSH form
   * @throws dev.countersign.modelrefs.error.CountersignException {@code CONFIGURATION_INVALID} if
   *     what was asked for makes no valid configuration
   */
  public List<ScaffoldFile> files(String publicKey) {
    List<ScaffoldFile> files = new ArrayList<>();
    request
        .promotion()
        .map(promotion -> new ScaffoldFile(BotConfig.PATH, configuration(promotion, publicKey)))
        .ifPresent(files::add);
    files.addAll(ci.files());
    return files;
  }

  /** The lines that a person adds to the CI file that exists; empty if there are none. */
  public List<String> linesToAdd() {
    return ci.linesToAdd();
  }

  private String configuration(ScaffoldRequest.Promotion promotion, String publicKey) {
    String yaml =
        Template.of("countersign.yaml")
            .filled(
                Map.of(
                    "store", Template.quoted(promotion.store().toString()),
                    "publicKey", Template.quoted(publicKey),
                    "model", Template.quoted(request.model().value()),
                    "environment", Template.quoted(promotion.environment().value()),
                    "approvers",
                        promotion.approvers().stream()
                            .map(Template::quoted)
                            .collect(Collectors.joining(", ", "[", "]")),
                    "metric", MetricCatalogue.standard(request.task()).get(0)));
    ConfigReader.read(yaml.getBytes(StandardCharsets.UTF_8), BotConfig.PATH);
    return yaml;
  }
}
