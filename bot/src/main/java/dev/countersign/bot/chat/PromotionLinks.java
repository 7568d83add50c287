package dev.countersign.bot.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where people look at a promotion, in the forms that forges give their addresses. */
final class PromotionLinks {
  private static final Pattern GITLAB = Pattern.compile(".*/-/merge_requests/[0-9]+");
  private static final Pattern GITHUB = Pattern.compile(".*/pull/[0-9]+");

  private PromotionLinks() {}

  /** The review and the difference. */
  static List<CardLink> review(Promotion promotion) {
    List<CardLink> links = new ArrayList<>();
    promotion
        .request()
        .ifPresent(
            request -> {
              CardLink.of("Review", request.url()).ifPresent(links::add);
              diff(request.url()).flatMap(url -> CardLink.of("Diff", url)).ifPresent(links::add);
            });
    return links;
  }

  /** The merge request alone. */
  static List<CardLink> request(Promotion promotion) {
    return promotion
        .request()
        .flatMap(request -> CardLink.of("Merge request", request.url()))
        .stream()
        .toList();
  }

  private static Optional<String> diff(String url) {
    if (GITLAB.matcher(url).matches()) {
      return Optional.of(url + "/diffs");
    }
    return GITHUB.matcher(url).matches() ? Optional.of(url + "/files") : Optional.empty();
  }
}
