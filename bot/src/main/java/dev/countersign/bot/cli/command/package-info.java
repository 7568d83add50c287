/** One class per command: it reads its options, does its steps, and makes a result. */
package dev.countersign.bot.cli.command;
