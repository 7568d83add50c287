/**
 * Judges a set-up: each thing that can be wrong ends as one {@link
 * dev.countersign.bot.doctor.Finding}, with one sentence that says what helps. Pure: what is judged
 * was gathered before, without changing anything anywhere. One cause is reported once, at the place
 * where it can be mended.
 */
package dev.countersign.bot.doctor;
