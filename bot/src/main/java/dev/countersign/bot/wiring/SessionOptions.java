package dev.countersign.bot.wiring;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a session is opened with.
 *
 * @param repository the repository's folder or URL; empty: the forge's project
 * @param branch the protected branch
 * @param actor who acts on the local forge
 * @param forge where merge requests are
 * @param signingKey file of the bot's private key
 * @param signingKeyText the key itself, where the environment brings it
 */
public record SessionOptions(
    Optional<String> repository,
    String branch,
    Optional<String> actor,
    ForgeAccess forge,
    Optional<Path> signingKey,
    Optional<String> signingKeyText) {}
