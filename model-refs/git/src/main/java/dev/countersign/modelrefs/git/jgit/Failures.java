package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.RemoteLocation;
import java.io.IOException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.JGitText;

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
    if (e instanceof MissingObjectException missing) {
      return new CountersignException(
          ErrorCode.NOT_FOUND,
          "\"%s\" is not in the repository \"%s\""
              .formatted(missing.getObjectId().name(), location),
          e);
    }
    if (e instanceof CorruptObjectException || e instanceof IncorrectObjectTypeException) {
      return new CountersignException(
          ErrorCode.CONFLICT,
          "the repository \"%s\" is damaged: %s".formatted(location, e.getMessage()),
          e);
    }
    if (e instanceof TransportException) {
      return transport(e);
    }
    return new CountersignException(
        ErrorCode.ENVIRONMENT_UNAVAILABLE,
        "the repository \"%s\" cannot be used: %s".formatted(location, e.getMessage()),
        e);
  }

  CountersignException notFound(IOException e) {
    return new CountersignException(
        ErrorCode.NOT_FOUND, "there is no Git repository at \"" + location + "\"", e);
  }

  private CountersignException transport(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains(JGitText.get().notAuthorized)
        || message.contains(JGitText.get().noCredentialsProvider)) {
      return new CountersignException(
          ErrorCode.ACCESS_DENIED, "\"" + location + "\" refuses the credentials given", e);
    }
    return new CountersignException(
        ErrorCode.REMOTE_UNAVAILABLE,
        "the Git server of \"%s\" cannot be used: %s".formatted(location, message),
        e);
  }
}
