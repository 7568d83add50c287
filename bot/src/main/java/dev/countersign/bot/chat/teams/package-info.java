/** Microsoft Teams: Adaptive Cards for the webhooks of Workflows. */
package dev.countersign.bot.chat.teams;
