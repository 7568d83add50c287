package dev.countersign.pipeline.spec.codec;

import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.Decoders;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The forms that names in {@code pipeline.yaml} have. */
enum NameForm {
  /** A pipeline or a step. */
  STEP(
      "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
      "use 1 to 63 of a-z, 0-9 and -, not starting or ending with -"),
  /** A parameter, an input or an output. */
  IDENTIFIER("[a-z][a-z0-9_]{0,62}", "use a-z, 0-9 and _, starting with a letter"),
  /** An environment variable. */
  VARIABLE("[A-Za-z_][A-Za-z0-9_]*", "use letters, digits and _, not starting with a digit");

  private final Pattern pattern;
  private final String rule;

  NameForm(String pattern, String rule) {
    this.pattern = Pattern.compile(pattern);
    this.rule = rule;
  }

  /** A string that is such a name. */
  Decoder<String> decoder() {
    return Decoders.parsed(this::check);
  }

  /** A map whose keys are such names, in the document's order. */
  <T> Decoder<Map<String, T>> keys(Decoder<T> element) {
    Decoder<Map<String, T>> map = Decoders.map(element);
    return value -> {
      Map<String, T> read = map.decode(value);
      List<String> refused =
          read.keySet().stream().filter(key -> !pattern.matcher(key).matches()).toList();
      refused.forEach(key -> value.problem(refusal(key)));
      return read;
    };
  }

  private String check(String text) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException(refusal(text));
    }
    return text;
  }

  private String refusal(String text) {
    return "\"" + text + "\" is not a name; " + rule;
  }
}
