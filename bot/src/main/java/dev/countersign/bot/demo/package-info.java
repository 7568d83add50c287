/**
 * The demo: the whole loop on this machine, told as a story. It uses the commands that everybody
 * uses; what it adds is the second identity, the client that keeps predicting, and the attacker.
 */
package dev.countersign.bot.demo;
