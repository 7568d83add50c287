package dev.countersign.samples.diamonds.model;

import dev.countersign.samples.diamonds.data.Diamond;

/**
 * How a model is trained.
 *
 * @param rounds number of trees
 * @param maxDepth of a tree
 * @param eta learning rate
 * @param subsample share of rows that each tree sees
 * @param priceWeight a row counts {@code price^-priceWeight}: with 0 errors in dollars count, with
 *     1 errors in per cent
 * @param seed of the drawing of rows
 */
public record Training(
    int rounds, int maxDepth, double eta, double subsample, double priceWeight, long seed) {
  private static final double UNIT_USD = 1000;

  /** How much a row counts. */
  public double weight(Diamond diamond) {
    return Math.pow(diamond.priceUsd() / UNIT_USD, -priceWeight);
  }
}
