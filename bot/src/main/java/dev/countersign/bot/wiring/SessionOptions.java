package dev.countersign.bot.wiring;

import dev.countersign.modelrefs.git.RemoteLocation;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a session is opened with.
 *
 * @param repository where the repository is; empty: not named
 * @param branch the protected branch
 * @param actor who acts on the local forge
 * @param page where the review page answers, for links
 * @param signingKey file of the bot's private key
 * @param signingKeyText the key itself, where the environment brings it
 */
public record SessionOptions(
    Optional<RemoteLocation> repository,
    String branch,
    Optional<String> actor,
    URI page,
    Optional<Path> signingKey,
    Optional<String> signingKeyText) {}
