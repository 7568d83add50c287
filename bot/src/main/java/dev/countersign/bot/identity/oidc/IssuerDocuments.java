package dev.countersign.bot.identity.oidc;

import java.net.URI;
import java.util.Optional;

/** Where JSON documents of the issuer are read. */
@FunctionalInterface
public interface IssuerDocuments {
  /**
   * The text at an address.
   *
   * @param bearer sent to that address only, never printed
   * @throws dev.countersign.modelrefs.error.CountersignException {@code REMOTE_UNAVAILABLE}, {@code
   *     ACCESS_DENIED}, {@code NOT_FOUND}
   */
  String read(URI address, Optional<String> bearer);
}
