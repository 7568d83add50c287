package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.BlobId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Brings files that a filtered fetch left out. Who reads one file of a listed folder reads its
 * namesakes too (all the references, say); so these come in the same exchange, and nothing else.
 */
final class MissingBlobs {
  private final Origin origin;
  private Map<String, BlobId> listed = Map.of();

  MissingBlobs(Origin origin) {
    this.origin = origin;
  }

  Map<String, BlobId> remember(Map<String, BlobId> files) {
    listed = files;
    return files;
  }

  void bring(ObjectReader reader, String path, ObjectId blob) throws IOException {
    if (reader.has(blob, Constants.OBJ_BLOB)) {
      return;
    }
    List<ObjectId> wanted = new ArrayList<>();
    wanted.add(blob);
    if (Ids.blob(blob).equals(listed.get(path))) {
      String name = fileName(path);
      for (Map.Entry<String, BlobId> file : listed.entrySet()) {
        ObjectId id = ObjectId.fromString(file.getValue().hex());
        if (fileName(file.getKey()).equals(name) && !reader.has(id, Constants.OBJ_BLOB)) {
          wanted.add(id);
        }
      }
    }
    origin.obtain(wanted.stream().distinct().toList());
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
