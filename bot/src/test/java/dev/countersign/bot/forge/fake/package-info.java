/**
 * A forge as a server with a memory, for tests and to try things by hand: people, tokens, merge
 * requests, comments and reviews over a real bare Git repository. What GitLab and GitHub have in
 * common is here; how each of them speaks is in its own package, written from the vendors'
 * documentation and not from the adapters.
 *
 * <p>One request is answered at a time, so every test sees a sequence. Time stands still except
 * that every request that writes takes one second.
 */
package dev.countersign.bot.forge.fake;
