/**
 * Looks at everything that a set-up consists of and hands it to the judges of {@code
 * dev.countersign.bot.doctor}. Invariant: nothing is changed, sent or pushed; whatever fails is a
 * finding, never the end.
 */
package dev.countersign.bot.wiring.checkup;
