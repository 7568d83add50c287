package dev.countersign.bot.review;

/** What a comparison with the live model says, by the interval of the difference. */
enum Reading {
  WORSE(Tone.BAD, "worse"),
  UNCLEAR(Tone.PLAIN, "unclear"),
  BETTER(Tone.GOOD, "better"),
  NOT_COMPARED(Tone.PLAIN, "not compared");

  private final Tone tone;
  private final String word;

  Reading(Tone tone, String word) {
    this.tone = tone;
    this.word = word;
  }

  Phrase phrase() {
    return Phrase.EMPTY.mark(tone, word);
  }
}
