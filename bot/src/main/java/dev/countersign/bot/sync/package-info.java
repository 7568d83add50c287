/**
 * What a scheduled job finds out and does where nobody waited: runs that are to be proposed, runs
 * that failed, decisions that were made since. Invariants: everything is read anew from Git, the
 * forge and the bundles (I4); what was decided once is not decided again, because its outcome is in
 * the outcome log (I5); one failure stops nothing else; what happened is told by others, at most
 * once (I11).
 */
package dev.countersign.bot.sync;
