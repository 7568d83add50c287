package dev.countersign.modelrefs.run;

import dev.countersign.modelrefs.value.Digest;
import java.util.Optional;

/**
 * A data set that training read.
 *
 * @param uri where it is; a login in it is dropped
 */
public record DataInfo(String name, Optional<String> uri, Digest digest, long rows) {
  public DataInfo {
    uri = uri.map(PublicAddress::of);
  }
}
