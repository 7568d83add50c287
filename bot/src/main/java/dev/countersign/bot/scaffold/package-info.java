/**
 * What {@code init} writes: a first {@code countersign.yaml} and the CI file that proposes and
 * deploys. Nothing that exists is ever overwritten; everything that goes into a CI file's command
 * is a plain word (invariant I9), everything else a quoted YAML scalar.
 */
package dev.countersign.bot.scaffold;
