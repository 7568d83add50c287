package dev.countersign.modelrefs.run;

import java.util.regex.Pattern;

/**
 * The address of a run, its code or its data, as everybody may read it. CI systems hand out URLs
 * with a token before the host (GitLab's {@code CI_REPOSITORY_URL}); what is recorded and reviewed
 * has none (invariant I13).
 */
final class PublicAddress {
  private static final Pattern LOGIN = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)[^/?#]*@");

  private PublicAddress() {}

  /** The same address without a login. */
  static String of(String address) {
    return LOGIN.matcher(address).replaceFirst("$1");
  }
}
