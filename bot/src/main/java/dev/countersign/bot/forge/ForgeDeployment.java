package dev.countersign.bot.forge;

import dev.countersign.modelrefs.value.CommitId;
import java.net.URI;
import java.util.Optional;

/**
 * A deployment as a forge lists it.
 *
 * @param environment as the forge shall name it, such as {@code diamonds-price/production}
 * @param commit on the protected branch
 * @param branch the protected branch
 * @param succeeded false if the model that was live before still is
 * @param link where the app answers; empty if it has no page
 */
public record ForgeDeployment(
    String environment,
    CommitId commit,
    String branch,
    boolean succeeded,
    String description,
    Optional<URI> link) {}
