/** What goes wrong between an adapter and its forge, for a WireMock proxy before a fake. */
package dev.countersign.bot.forge.fault;
