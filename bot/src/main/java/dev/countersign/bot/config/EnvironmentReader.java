package dev.countersign.bot.config;

import static dev.countersign.modelrefs.json.Decoders.list;
import static dev.countersign.modelrefs.json.Decoders.map;
import static dev.countersign.modelrefs.json.Decoders.object;
import static dev.countersign.modelrefs.json.Decoders.oneOf;
import static dev.countersign.modelrefs.json.Decoders.parsed;
import static dev.countersign.modelrefs.json.Decoders.text;

import dev.countersign.ci.promotion.LauncherRule;
import dev.countersign.ci.promotion.RequiredApprovals;
import dev.countersign.ci.target.TargetSpec;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.JsonValue;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.json.Suggestion;
import dev.countersign.modelrefs.value.EnvironmentName;
import dev.countersign.modelrefs.value.WireName;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads one environment of a model. */
final class EnvironmentReader {
  private static final Set<String> KINDS = Set.of("process");

  private EnvironmentReader() {}

  /** The environment without its name, which is the key it stands under. */
  static Decoder<Function<EnvironmentName, EnvironmentConfig>> environment() {
    return object(EnvironmentReader::read);
  }

  private static Function<EnvironmentName, EnvironmentConfig> read(ObjectReader in) {
    Supplier<Optional<EnvironmentName>> from =
        in.optional("promotesFrom", parsed(EnvironmentName::new));
    ApprovalReader approvals = new ApprovalReader(in);
    Supplier<List<GateSpec>> gates = in.withDefault("gates", list(GateReader.gate()), List.of());
    Supplier<List<TargetSpec>> targets =
        in.withDefault("targets", list(object(EnvironmentReader::target)), List.of());
    Supplier<List<NotifyRule>> notify = in.withDefault("notify", NotifyReader.rules(), List.of());
    Supplier<Supersede> supersede =
        in.withDefault("supersede", oneOf(Supersede.class, WireName::hyphenated), Supersede.NEWEST);
    Supplier<ProposeRule> propose =
        in.withDefault(
            "propose", oneOf(ProposeRule.class, WireName::hyphenated), ProposeRule.ALWAYS);
    Supplier<ChangeRequestRule> changeRequest =
        in.withDefault(
            "changeRequest",
            oneOf(ChangeRequestRule.class, WireName::hyphenated),
            ChangeRequestRule.OPTIONAL);
    Supplier<LauncherRule> launcher =
        in.withDefault(
            "launcher", oneOf(LauncherRule.class, WireName::hyphenated), LauncherRule.ANY);
    Supplier<Duration> staleAfter =
        in.withDefault("staleAfter", parsed(Age::parse), EnvironmentConfig.Rules.PATIENCE);
    in.end();
    RequiredApprovals required = approvals.read();
    unique(in, "gate id", gates.get().stream().map(GateSpec::id).toList());
    unique(in, "target name", targets.get().stream().map(TargetSpec::name).toList());
    in.end();
    EnvironmentConfig.Rules rules =
        new EnvironmentConfig.Rules(
            supersede.get(), propose.get(), changeRequest.get(), launcher.get(), staleAfter.get());
    return name ->
        new EnvironmentConfig(
            name, from.get(), required, gates.get(), targets.get(), notify.get(), rules);
  }

  private static TargetSpec target(ObjectReader in) {
    Supplier<String> name = in.required("name", parsed(text -> new EnvironmentName(text).value()));
    Supplier<String> kind = in.required("kind", parsed(EnvironmentReader::kind));
    Supplier<List<String>> argv = in.withDefault("argv", list(text()), List.of());
    Supplier<Map<String, String>> settings =
        in.withDefault("settings", map(EnvironmentReader::setting), Map.of());
    in.end();
    return new TargetSpec(name.get(), kind.get(), argv.get(), settings.get());
  }

  /**
   * A setting is text for its adapter; in YAML a port looks like a number, a switch like a flag.
   */
  private static String setting(JsonValue value) {
    return value.node().isIntegralNumber() || value.node().isBoolean()
        ? value.node().asText()
        : text().decode(value);
  }

  private static String kind(String text) {
    if (!KINDS.contains(text)) {
      throw new IllegalArgumentException(
          "\"%s\" is not a kind of target%s".formatted(text, Suggestion.of(text, KINDS)));
    }
    return text;
  }

  private static void unique(ObjectReader in, String what, List<String> names) {
    Set<String> seen = new HashSet<>();
    names.stream()
        .filter(name -> !seen.add(name))
        .forEach(name -> in.problem(what + " \"" + name + "\" is used twice"));
  }
}
