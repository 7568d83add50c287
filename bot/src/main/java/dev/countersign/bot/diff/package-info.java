/** Shows how texts differ. */
package dev.countersign.bot.diff;
