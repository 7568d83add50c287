/**
 * The review on the local forge's page, made from what Git holds: nobody has to have kept the run.
 */
package dev.countersign.bot.web.review;
