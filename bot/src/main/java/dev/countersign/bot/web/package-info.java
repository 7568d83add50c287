/**
 * The local forge's web page: what is open, the review of each, and the buttons. Plain HTML made on
 * the server; Javalin is imported here only.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>Every page works without JavaScript, and none is sent; the content policy forbids it.
 *   <li>A request is answered only if its {@code Host} is this site's own, a change only if its
 *       {@code Origin} is too and its form carries a token of this process (no DNS rebinding, no
 *       cross-site request forgery).
 *   <li>A decision carries the head that the person saw; if it has moved, nothing is decided.
 *   <li>Who acts is self-asserted, and the page says so.
 * </ul>
 */
package dev.countersign.bot.web;
