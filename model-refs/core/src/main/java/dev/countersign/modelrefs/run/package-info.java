/**
 * The run bundle: what a training run leaves behind for the bot, in any language. All of it is data
 * to be checked, none of it is trusted (invariant I8).
 */
package dev.countersign.modelrefs.run;
