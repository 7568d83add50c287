/**
 * Fetches and verifies the identity tokens of CI jobs (OpenID Connect Core 1.0, RFC 7519): signed
 * by RS256 with a key of the issuer that the forge's address names, for the audience {@code
 * countersign}, not expired. Nothing that the token itself says chooses the issuer, its keys or the
 * algorithm.
 */
package dev.countersign.bot.identity.oidc;
