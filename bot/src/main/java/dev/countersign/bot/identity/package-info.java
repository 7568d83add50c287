/**
 * Who stands behind a CI job. A CI's variables name a person but prove nothing: whoever may set the
 * variables of a pipeline can replace them. Only an identity token that the CI's own issuer signed
 * for this job, this project and Countersign attests (invariant I7). Pure; the token is fetched and
 * verified in {@code oidc}.
 */
package dev.countersign.bot.identity;
