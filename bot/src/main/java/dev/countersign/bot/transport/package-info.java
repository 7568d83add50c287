/**
 * How the bot speaks to a remote service over HTTP: one policy for every forge and every chat. A
 * read is repeated while the failure may pass; a change whose answer was lost is looked for before
 * it is made again, and changes go out one at a time. A credential is sent to one origin only: no
 * redirect and no pagination link leads it elsewhere. Every failure ends as a {@link
 * dev.countersign.modelrefs.error.CountersignException} that names host, path, status and request
 * id. No secret is ever printed.
 */
package dev.countersign.bot.transport;
