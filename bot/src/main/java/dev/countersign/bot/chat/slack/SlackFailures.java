package dev.countersign.bot.chat.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import dev.countersign.bot.transport.RemoteEndpoint;
import dev.countersign.bot.transport.RemoteFailure;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** Reads what Slack's library throws, and what Slack answers. */
final class SlackFailures {
  private static final RemoteEndpoint SLACK = new RemoteEndpoint("POST", "Slack", "");

  private SlackFailures() {}

  /** The remote's failure behind an exception of the library. */
  static Optional<RemoteFailure> translate(Exception error) {
    if (error instanceof SlackApiException answered) {
      HttpHeaders headers =
          HttpHeaders.of(answered.getResponse().headers().toMultimap(), (name, value) -> true);
      String body = Optional.ofNullable(answered.getResponseBody()).orElse("");
      return Optional.of(
          RemoteFailure.answered(SLACK, answered.getResponse().code(), headers, body));
    }
    return error instanceof IOException
        ? Optional.of(RemoteFailure.unanswered(SLACK, error))
        : Optional.empty();
  }

  /** {@code invalid_blocks: must be more than 0 characters}. */
  static String words(SlackApiTextResponse response) {
    String error = Optional.ofNullable(response.getError()).orElse("no reason given");
    if (response instanceof ChatPostMessageResponse posted
        && posted.getResponseMetadata() != null
        && posted.getResponseMetadata().getMessages() != null) {
      return error + ": " + String.join("; ", posted.getResponseMetadata().getMessages());
    }
    return error;
  }
}
