/** Slack: Block Kit, by an incoming webhook or a bot's token. The only user of Slack's library. */
package dev.countersign.bot.chat.slack;
