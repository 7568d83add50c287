/**
 * The review as HTML, and the layout and style that every page of Countersign shares. Invariant: a
 * page is made of {@link dev.countersign.bot.review.html.Html} values only, whose texts are encoded
 * when they are made; it holds no script, works without one, and loads nothing from elsewhere.
 */
package dev.countersign.bot.review.html;
