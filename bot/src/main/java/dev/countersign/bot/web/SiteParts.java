package dev.countersign.bot.web;

import dev.countersign.bot.forge.local.LocalForgeSettings;
import dev.countersign.bot.forge.local.MergeRule;
import dev.countersign.modelrefs.git.GitRepository;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the page is put together from.
 *
 * @param repository opens the repository anew; called once for each request, closed after it
 * @param forge the local forge's settings
 * @param rule what has to be so before merging, as of the repository it is given
 * @param reviews what people read before they decide
 */
public record SiteParts(
    Supplier<GitRepository> repository,
    LocalForgeSettings forge,
    Function<GitRepository, MergeRule> rule,
    ReviewPages reviews) {}
