/**
 * The review of a promotion: one model, made by a pure function, rendered as Markdown for forges
 * and as HTML for the page and the preview. Invariants: a review says first whether the candidate
 * is better than what is live and why it is blocked if it is; its texts are plain, as they came,
 * and only renderers encode them for their sink (I8). Free of I/O and of clocks.
 */
package dev.countersign.bot.review;
