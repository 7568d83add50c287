/**
 * What a model takes, read from the file that a run brings: our own form, a JSON Schema, or a list
 * of columns as MLflow writes it. Invariants: text from a run is kept as it came and encoded where
 * it is shown; a file that cannot be read is no error, because nothing is decided by it.
 */
package dev.countersign.bot.review.schema;
