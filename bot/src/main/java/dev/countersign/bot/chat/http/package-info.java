/**
 * Posting JSON to addresses that are secrets. Invariants: no failure names more than the host; what
 * may have arrived is never posted again; nothing follows a redirect to another host.
 */
package dev.countersign.bot.chat.http;
