package dev.countersign.samples.diamonds.cli;

import dev.countersign.samples.diamonds.model.Training;
import picocli.CommandLine.Option;

/** The settings of a training, shared by the steps that train. */
final class TrainingOptions {
  @Option(names = "--rounds", required = true, description = "Number of trees.")
  private int rounds;

  @Option(names = "--max-depth", required = true, description = "Depth of a tree.")
  private int maxDepth;

  @Option(names = "--eta", required = true, description = "Learning rate.")
  private double eta;

  @Option(names = "--subsample", required = true, description = "Share of rows per tree.")
  private double subsample;

  @Option(
      names = "--price-weight",
      required = true,
      description = "0: errors in dollars count; 1: errors in per cent.")
  private double priceWeight;

  @Option(names = "--seed", required = true, description = "Seed of the drawing of rows.")
  private long seed;

  Training training() {
    return new Training(rounds, maxDepth, eta, subsample, priceWeight, seed);
  }
}
