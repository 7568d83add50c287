/**
 * The forge that lives in the repository itself: no server, no account. A merge request is a ref
 * {@code refs/countersign/mr/<n>} that holds a chain of event commits.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A chain only grows, by compare-and-swap; who loses the race looks again.
 *   <li>Numbers have no gaps: whoever opens number n has seen all before it, so two bots that open
 *       for the same branch meet in the same ref and one of them adopts the other's.
 *   <li>Every head that a merge request had stays reachable from its ref, also after its branch is
 *       deleted.
 *   <li>Titles, bodies and reasons are data; nothing in them is executed.
 *   <li>Identities are self-asserted: separation of duties is shown, not enforced.
 * </ul>
 */
package dev.countersign.bot.forge.local;
