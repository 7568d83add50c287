/** Mattermost: attachments by an incoming webhook. */
package dev.countersign.bot.chat.mattermost;
