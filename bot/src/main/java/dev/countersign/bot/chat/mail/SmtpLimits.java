package dev.countersign.bot.chat.mail;

import java.time.Duration;

/**
 * How long a mail server may take.
 *
 * @param connect until a connection stands
 * @param answer for each answer
 */
public record SmtpLimits(Duration connect, Duration answer) {}
