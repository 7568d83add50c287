/**
 * Telling people in a chat what happened. One {@link dev.countersign.bot.chat.ChatEvent} becomes
 * one {@link dev.countersign.bot.chat.Card}, which each platform's renderer turns into its own
 * form. Invariants: composing and rendering are pure; what a card says is plain text as it came,
 * and only a renderer's encoder puts it into markup (I8); a message is claimed, then sent, at most
 * once; what fails here is a warning and never an outcome (I11); no address of a channel is ever
 * printed (I13).
 */
package dev.countersign.bot.chat;
