package dev.countersign.bot.transport;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a forge says is missing, in the forge's own words for it. */
final class MissingRight {
  private static final Pattern GITLAB_SCOPE =
      Pattern.compile("\"scope\"\\s*:\\s*\"([a-z_: ]{1,100})\"");
  private static final Pattern TERMS = Pattern.compile("[A-Za-z0-9_=:;,/. -]{1,200}");

  private MissingRight() {}

  /** Empty if it does not say. */
  static Optional<String> in(RemoteFailure failure) {
    return List.of(
            permission(failure), singleSignOn(failure), classicScope(failure), scope(failure))
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Fine-grained tokens and apps: GitHub names the permission that the endpoint takes. */
  private static Optional<String> permission(RemoteFailure failure) {
    return plain(failure, "x-accepted-github-permissions")
        .map(terms -> "the token needs the permission \"" + terms + "\"");
  }

  private static Optional<String> singleSignOn(RemoteFailure failure) {
    return failure
        .header("x-github-sso")
        .filter(value -> value.startsWith("required"))
        .map(value -> "the token must be authorized for the organization's single sign-on");
  }

  private static Optional<String> classicScope(RemoteFailure failure) {
    return plain(failure, "x-accepted-oauth-scopes")
        .map(
            wanted ->
                "the token needs the scope \"%s\" and has \"%s\""
                    .formatted(wanted, plain(failure, "x-oauth-scopes").orElse("none")));
  }

  private static Optional<String> scope(RemoteFailure failure) {
    Matcher matcher = GITLAB_SCOPE.matcher(failure.body());
    return failure.body().contains("insufficient_scope") && matcher.find()
        ? Optional.of("the token needs the scope \"" + matcher.group(1) + "\"")
        : Optional.empty();
  }

  private static Optional<String> plain(RemoteFailure failure, String header) {
    return failure.header(header).filter(value -> TERMS.matcher(value).matches());
  }
}
