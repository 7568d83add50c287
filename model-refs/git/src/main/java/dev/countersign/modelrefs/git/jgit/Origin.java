package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.PushResult;
import dev.countersign.modelrefs.git.RefUpdate;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** Where a repository's refs live, and where objects that are not here yet can be had. */
interface Origin extends AutoCloseable {
  /** Where objects are kept while this is open. */
  Repository objects();

  /** Brings the given refs up to date; exact names, or prefixes that end in a slash and a star. */
  Map<String, ObjectId> fetch(Collection<String> refs) throws IOException;

  /** Moves refs by compare-and-swap. */
  List<PushResult> push(List<RefUpdate> updates) throws IOException;

  /** Brings files by id, all in one exchange; ids that the origin does not have stay missing. */
  void obtain(Collection<ObjectId> blobs) throws IOException;

  /**
   * Brings the history behind what was fetched.
   *
   * @return false if it was here already
   */
  boolean deepen() throws IOException;

  @Override
  void close();
}
