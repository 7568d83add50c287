package dev.countersign.bot.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which addresses in a run's text become links: {@code https} on hosts that the configuration
 * names, nothing else. An exact match; a look-alike or a subdomain is another host.
 */
public record LinkPolicy(Set<String> hosts) {
  /** No address becomes a link. */
  public static final LinkPolicy NONE = new LinkPolicy(Set.of());

  public LinkPolicy {
    hosts =
        hosts.stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The target, if it may be a link; otherwise the address is shown as plain text. */
  public Optional<LinkTarget> allow(String address) {
    return LinkTarget.https(address).filter(target -> hosts.contains(target.host()));
  }
}
