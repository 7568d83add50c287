/**
 * The place where merge requests live, as the bot needs it. Adapters translate their forge's words;
 * here it is always a merge request.
 */
package dev.countersign.bot.forge;
