/**
 * Merge requests on GitLab.com and on self-managed GitLab, versions 15 to 19, through gitlab4j.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>The SDK and its HTTP library are seen in this package only; every request goes through
 *       {@link dev.countersign.bot.transport.HttpExchange}, so the token reaches one origin.
 *   <li>Merge requests of forks are never adopted, whatever their branch is called.
 *   <li>No text that is written starts a line with a slash: GitLab executes such lines.
 *   <li>An approval is bound to the version of the merge request that was current when it was
 *       given; where that cannot be told, it is bound to nothing.
 * </ul>
 */
package dev.countersign.bot.forge.gitlab;
