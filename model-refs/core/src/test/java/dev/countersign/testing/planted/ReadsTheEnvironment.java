package dev.countersign.testing.planted;

final class ReadsTheEnvironment {
  private ReadsTheEnvironment() {}

  static String home() {
    return String.valueOf(System.getenv("HOME"));
  }
}
