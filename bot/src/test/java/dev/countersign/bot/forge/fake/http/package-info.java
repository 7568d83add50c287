/**
 * How a fake forge is reached: API requests with their tokens, answers, Git over HTTP, the journal
 * of all, and faults to order. Knows no vendor.
 */
package dev.countersign.bot.forge.fake.http;
