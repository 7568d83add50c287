/** Claims of messages in the log that Git keeps. */
package dev.countersign.bot.chat.git;
