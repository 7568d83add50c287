package dev.countersign.bot.config;

/** Whether a proposal must name a change request. */
public enum ChangeRequestRule {
  OPTIONAL,
  REQUIRED
}
