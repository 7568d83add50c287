/**
 * The command line: options, the way a result or an error is shown, exit codes. The only place that
 * prints, reads the environment and ends the process.
 */
package dev.countersign.bot.cli;
