package dev.countersign.modelrefs.git;

/**
 * What a repository does for the one who opens it; found out without changing anything.
 *
 * @param leavesFilesOut whether a fetch can leave files out ({@code filter}); if not, all files of
 *     each branch are brought
 * @param takesPushes whether a push would be taken at all; each branch may have rules of its own
 */
public record RemoteAbilities(boolean leavesFilesOut, boolean takesPushes) {}
