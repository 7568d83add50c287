package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.value.CommitId;
import java.io.EOFException;
import java.io.IOException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.TransportException;

/** Says what a failure of JGit means for the person who meets it. */
final class Failures {
  private final RemoteLocation location;

  Failures(RemoteLocation location) {
    this.location = location;
  }

  /** Something that JGit does. */
  interface Work<T> {
    T run() throws IOException;
  }

  <T> T translate(Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw of(e);
    } catch (LargeObjectException e) {
      throw new CountersignException(
          ErrorCode.CONFLICT, "a file in \"" + location + "\" is too large to be read", e);
    }
  }

  CountersignException of(IOException e) {
    if (e instanceof RepositoryNotFoundException || e instanceof NoRemoteRepositoryException) {
      return notFound(e);
    }
    if (e instanceof MissingObjectException
        || e instanceof CorruptObjectException
        || e instanceof IncorrectObjectTypeException
        || e instanceof EOFException) {
      return new CountersignException(
          ErrorCode.CONFLICT,
          "the repository \"%s\" is damaged: %s".formatted(location, e.getMessage()),
          e);
    }
    if (e instanceof AccessRefused) {
      return new CountersignException(
          ErrorCode.ACCESS_DENIED, "\"" + location + "\" refuses the credentials given", e);
    }
    if (e instanceof TransportException || e instanceof NotSupportedException) {
      return new CountersignException(
          ErrorCode.REMOTE_UNAVAILABLE,
          "the Git server of \"%s\" cannot be used: %s".formatted(location, e.getMessage()),
          e);
    }
    return new CountersignException(
        ErrorCode.ENVIRONMENT_UNAVAILABLE,
        "the repository \"%s\" cannot be used: %s".formatted(location, e.getMessage()),
        e);
  }

  CountersignException noCommit(CommitId commit, IOException e) {
    return new CountersignException(
        ErrorCode.NOT_FOUND,
        "\"%s\" is not a commit of the repository \"%s\"".formatted(commit, location),
        e);
  }

  CountersignException workTree(WorkTree tree, IOException e) {
    return new CountersignException(
        ErrorCode.NOT_FOUND,
        "\"%s\" is a work tree, and a bare repository is needed; %s"
            .formatted(
                location,
                tree.origin()
                    .map("name the one that it was cloned from: \"%s\""::formatted)
                    .orElse("name the one that it pushes to")),
        e);
  }

  CountersignException notFound(IOException e) {
    return new CountersignException(
        ErrorCode.NOT_FOUND, "there is no Git repository at \"" + location + "\"", e);
  }
}
