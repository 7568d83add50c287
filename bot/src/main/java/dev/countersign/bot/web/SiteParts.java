package dev.countersign.bot.web;

import dev.countersign.bot.forge.local.LocalDesk;
import dev.countersign.bot.forge.local.LocalForge;
import dev.countersign.modelrefs.git.GitRepository;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the page is put together from.
 *
 * @param repository opens the repository anew; called once for each request, closed after it
 * @param forge the local forge of a repository
 * @param desk where people decide, of a repository
 * @param reviews what people read before they decide
 */
public record SiteParts(
    Supplier<GitRepository> repository,
    Function<GitRepository, LocalForge> forge,
    Function<GitRepository, LocalDesk> desk,
    ReviewPages reviews) {}
