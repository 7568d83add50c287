/** The one place where ports meet their adapters. */
package dev.countersign.bot.wiring;
