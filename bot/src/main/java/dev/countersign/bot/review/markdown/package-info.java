/**
 * The review as Markdown that GitLab and GitHub render alike. Invariants: every text goes through
 * one encoder of {@code text}; the only HTML is {@code details} and {@code summary}; the result is
 * never longer than its limit and is shortened by whole sections only.
 */
package dev.countersign.bot.review.markdown;
