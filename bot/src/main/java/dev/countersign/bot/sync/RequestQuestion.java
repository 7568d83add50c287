package dev.countersign.bot.sync;

import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.config.NoticeKind;
import dev.countersign.bot.forge.ListedRequest;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.Set;

/**
 * What a channel waits to hear of a merge request.
 *
 * @param rules of its line, from the protected branch's tip
 * @param wanted at least one kind
 */
record RequestQuestion(
    ModelEnvironment line, EnvironmentConfig rules, ListedRequest listed, Set<NoticeKind> wanted) {
  RequestQuestion {
    wanted = Set.copyOf(wanted);
  }

  boolean wants(NoticeKind kind) {
    return wanted.contains(kind);
  }

  MergeRequest request() {
    return listed.request();
  }
}
