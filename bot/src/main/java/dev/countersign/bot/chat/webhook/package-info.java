/** Any program: the card as data, signed as the Standard Webhooks specification says. */
package dev.countersign.bot.chat.webhook;
