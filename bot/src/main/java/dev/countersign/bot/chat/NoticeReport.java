package dev.countersign.bot.chat;

import dev.countersign.bot.config.NoticeKind;
import dev.countersign.modelrefs.value.ModelEnvironment;

/** What came of telling one channel of one event. */
public record NoticeReport(
    ModelEnvironment line, NoticeKind event, String channel, Delivery delivery) {}
