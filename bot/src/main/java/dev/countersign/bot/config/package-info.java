/**
 * {@code countersign.yaml} as values, and its reader. The configuration that grants rights is only
 * ever read from a commit of the protected branch; secrets stand in it as references and are
 * resolved late (invariant I13).
 */
package dev.countersign.bot.config;
