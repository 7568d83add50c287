/** Mail by SMTP, one thread per promotion. The only user of the mail library. */
package dev.countersign.bot.chat.mail;
