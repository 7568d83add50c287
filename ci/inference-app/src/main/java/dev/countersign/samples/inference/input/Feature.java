package dev.countersign.samples.inference.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.Decoders;
import dev.countersign.modelrefs.json.Suggestion;
import java.util.List;
import java.util.Optional;

/** One input of the model. */
public sealed interface Feature {
  /** Its name in a request; unique within the schema. */
  String name();

  /** The value taken where a request has none; empty if a request must have one. */
  Optional<Input> fallback();

  /** Reads its value from a request. */
  Decoder<Input> decoder();

  /**
   * A value as it was given and as the model sees it.
   *
   * @param given as in the request, for the prediction log
   */
  record Input(JsonNode given, float number) {}

  /** A finite number. */
  record NumberFeature(String name, Optional<Input> fallback) implements Feature {
    /** The model sees single precision: a number that is infinite there is refused. */
    static Decoder<Input> any() {
      return value -> {
        double number = Decoders.number().decode(value);
        if (!Float.isFinite((float) number)) {
          throw value.stop("must lie between -3.4e38 and 3.4e38, is " + number);
        }
        return new Input(JsonNodeFactory.instance.numberNode(number), (float) number);
      };
    }

    @Override
    public Decoder<Input> decoder() {
      return any();
    }
  }

  /**
   * One of a list of words; the model sees its place in the list, from 0.
   *
   * @param categories in the order that the model was trained with
   */
  record CategoryFeature(String name, List<String> categories, Optional<Input> fallback)
      implements Feature {
    public CategoryFeature {
      categories = List.copyOf(categories);
    }

    static Decoder<Input> oneOf(List<String> categories) {
      return value -> {
        String word = Decoders.text().decode(value);
        int place = categories.indexOf(word);
        if (place < 0) {
          throw value.stop(
              "\"%s\" is not one of %s%s"
                  .formatted(word, String.join(", ", categories), Suggestion.of(word, categories)));
        }
        return new Input(JsonNodeFactory.instance.textNode(word), place);
      };
    }

    @Override
    public Decoder<Input> decoder() {
      return oneOf(categories);
    }
  }
}
