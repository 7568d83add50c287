package dev.countersign.bot.review.schema;

/**
 * A field of a model's input.
 *
 * @param type as the schema writes it, for example {@code number}
 * @param details what else it says of the field, for example {@code default 0.7}; may be empty
 */
public record InputField(String type, String details) {
  @Override
  public String toString() {
    return details.isEmpty() ? type : type + ", " + details;
  }
}
