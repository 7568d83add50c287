package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.signing.SigningKey;
import dev.countersign.modelrefs.git.signing.SshSignatures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** Writes commits, signed if there is a key. */
final class CommitWriter {
  private final Repository repository;
  private final Optional<SigningKey> key;

  CommitWriter(Repository repository, Optional<SigningKey> key) {
    this.repository = repository;
    this.key = key;
  }

  ObjectId write(CommitDraft draft) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter();
        ObjectReader reader = inserter.newReader()) {
      Optional<ObjectId> base = baseTree(draft);
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(new TreeEditor(reader, inserter).edit(base, draft.changes()));
      commit.setParentIds(draft.parents().stream().map(Ids::of).toList());
      commit.setAuthor(ident(draft.author()));
      commit.setCommitter(ident(draft.author()));
      commit.setMessage(draft.message());
      if (key.isPresent()) {
        sign(commit, key.get());
      }
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id;
    }
  }

  private Optional<ObjectId> baseTree(CommitDraft draft) throws IOException {
    if (draft.parents().isEmpty()) {
      return Optional.empty();
    }
    try (RevWalk walk = new RevWalk(repository)) {
      return Optional.of(walk.parseCommit(Ids.of(draft.parents().get(0))).getTree().getId());
    }
  }

  private static void sign(CommitBuilder commit, SigningKey key) throws IOException {
    String signature = SshSignatures.sign(key, commit.build());
    commit.setGpgSignature(new GpgSignature(signature.getBytes(StandardCharsets.US_ASCII)));
  }

  private static PersonIdent ident(Person person) {
    return new PersonIdent(person.name(), person.email(), person.when(), ZoneOffset.UTC);
  }
}
