/**
 * Who may say what about an open merge request, and whether it may be merged: by the very rules,
 * and the same facts, that decide before a deployment (I2, I7). So nobody learns only after the
 * merge that an approval or a waiver did not count.
 */
package dev.countersign.bot.approval;
