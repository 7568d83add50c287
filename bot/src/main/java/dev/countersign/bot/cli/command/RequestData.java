package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.forge.MergeRequest;
import java.util.Locale;

/** A merge request as data. */
final class RequestData {
  private RequestData() {}

  static ObjectNode of(MergeRequest request) {
    ObjectNode data = Result.object();
    data.put("number", request.number());
    data.put("url", request.url());
    data.put("state", request.state().name().toLowerCase(Locale.ROOT));
    data.put("draft", request.text().draft());
    data.put("title", request.text().title());
    data.put("head", request.head().hex());
    request.mergeCommit().ifPresent(commit -> data.put("mergeCommit", commit.hex()));
    return data;
  }
}
