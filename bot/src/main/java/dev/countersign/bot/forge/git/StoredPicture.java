package dev.countersign.bot.forge.git;

import dev.countersign.modelrefs.value.CommitId;

/**
 * A picture in Git.
 *
 * @param path in the commit's tree
 * @param commit that brought it; a link by it never shows another picture
 */
public record StoredPicture(String path, CommitId commit) {}
