/**
 * Text from outside, made fit for the place it is shown in: one encoder per sink (invariant I8: no
 * quick action, mention, link, formula or script gets through). Every encoder starts from {@link
 * dev.countersign.bot.text.PlainText}; what it returns is safe in its own sink and nowhere else.
 * Free of I/O.
 */
package dev.countersign.bot.text;
