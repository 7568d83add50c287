/**
 * Says before anything goes wrong what would: pure functions from what a forge, a store and a
 * configuration say to findings. Nothing here asks anybody, and nothing is changed.
 */
package dev.countersign.bot.doctor;
