/** Google Chat: cards of version 2 by a space's webhook, one thread per promotion. */
package dev.countersign.bot.chat.googlechat;
