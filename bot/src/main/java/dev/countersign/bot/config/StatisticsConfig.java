package dev.countersign.bot.config;

/** How intervals are computed; the defaults are those of the documentation. */
public record StatisticsConfig(int resamples, long seed, double confidence) {
  /** 2000 resamples, seed 1, 95 %. */
  public static final StatisticsConfig DEFAULT = new StatisticsConfig(2000, 1, 0.95);
}
