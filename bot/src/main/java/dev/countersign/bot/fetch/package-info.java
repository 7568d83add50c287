/**
 * Finds what people and training runs name: a reference by file, line or commit, the models that
 * are live. What is brought into a folder was verified byte by byte (invariant I3).
 */
package dev.countersign.bot.fetch;
