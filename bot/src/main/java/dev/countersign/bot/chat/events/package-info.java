/**
 * What happened in proposing, deciding, training and deploying, as events for the chat. Reads Git
 * and the forge where an event needs more than the outcome says; writes and sends nothing.
 */
package dev.countersign.bot.chat.events;
