package dev.countersign.testing.planted;

final class PlantedTokens {
  private final String mine;

  PlantedTokens(String mine) {
    this.mine = mine;
  }

  boolean matches(String given) {
    return mine.equals(given);
  }
}
