package dev.countersign.bot.config;

import java.util.List;
import java.util.Optional;

/** A place where people are told what happened. Addresses are secrets: who knows one can post. */
public sealed interface ChannelConfig {
  /** A Slack channel by its incoming webhook; every message stands alone. */
  record SlackWebhook(SecretReference url) implements ChannelConfig {}

  /**
   * A Slack channel by a bot's token; one thread per promotion.
   *
   * @param channel its id
   */
  record SlackBot(SecretReference token, String channel) implements ChannelConfig {}

  /** A channel or chat of Microsoft Teams by a Workflows webhook. */
  record Teams(SecretReference url, Envelope envelope) implements ChannelConfig {
    /** What a workflow expects as the request's body. */
    public enum Envelope {
      /** A message with the card as its attachment, as Microsoft's templates do. */
      MESSAGE,
      /** The card itself, for a workflow that posts its trigger's body. */
      CARD
    }
  }

  /** A space of Google Chat by its webhook; one thread per promotion. */
  record GoogleChat(SecretReference url) implements ChannelConfig {}

  /** A Mattermost channel by its incoming webhook. */
  record Mattermost(SecretReference url) implements ChannelConfig {}

  /**
   * A program's address; it gets the card as data.
   *
   * @param secret signs what is sent, as Standard Webhooks says; {@code whsec_} and Base64, or text
   */
  record Webhook(SecretReference url, SecretReference secret) implements ChannelConfig {}

  /**
   * Mail; one thread per promotion.
   *
   * @param from the bot's address
   */
  record Email(MailServer server, String from, List<String> to) implements ChannelConfig {
    public Email {
      to = List.copyOf(to);
    }
  }

  /** Where mail is handed in. */
  record MailServer(String host, int port, Encryption encryption, Optional<Login> login) {
    /** How the connection is protected. */
    public enum Encryption {
      /** TLS from the start; usually port 465. */
      TLS,
      /** Upgraded before anything is said; usually port 587. Refused if the server cannot. */
      STARTTLS,
      /** Not at all: only for a server on the same machine or network. */
      NONE
    }

    /** With whom. */
    public record Login(String user, SecretReference password) {}
  }
}
