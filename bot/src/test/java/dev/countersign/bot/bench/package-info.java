/**
 * What whole commands cost. Run by hand, not with the tests: {@code bot/docs/forge-benchmark.md}.
 */
package dev.countersign.bot.bench;
