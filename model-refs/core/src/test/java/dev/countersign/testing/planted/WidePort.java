package dev.countersign.testing.planted;

/** Has a method too many. */
public interface WidePort {
  /** One. */
  void one();

  /** Two. */
  void two();

  /** Three. */
  void three();

  /** Four. */
  void four();

  /** Five. */
  void five();

  /** Six. */
  void six();

  /** Seven. */
  void seven();
}
