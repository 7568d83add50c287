package dev.countersign.modelrefs.run;

import java.util.Optional;

/**
 * The code that trained.
 *
 * @param repository its address; a login in it is dropped
 */
public record CodeInfo(Optional<String> repository, Optional<String> commit, boolean dirty) {
  public CodeInfo {
    repository = repository.map(PublicAddress::of);
  }
}
