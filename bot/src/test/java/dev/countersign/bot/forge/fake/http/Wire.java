package dev.countersign.bot.forge.fake.http;

import dev.countersign.bot.forge.fake.FakeForge;

/** What everything that is reached over HTTP shares. */
public record Wire(FakeForge forge, Journal journal, Faults faults) {
  public Wire(FakeForge forge) {
    this(forge, new Journal(), new Faults());
  }
}
