package dev.countersign.modelrefs.store.file;

import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.run.Provenance.ReportLocation;
import dev.countersign.modelrefs.store.EvidenceStore;
import dev.countersign.modelrefs.store.EvidenceStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class FileEvidenceStoreTest extends EvidenceStoreContract {
  @Override
  protected EvidenceStore newStore() {
    return new FileArtifactStore(temporary.resolve("store"));
  }

  @Override
  protected void overwrite(ReportLocation run, String path, byte[] bytes) throws IOException {
    Files.write(Path.of(run.uri().path()).resolve(path), bytes);
  }

  @Override
  protected ArtifactUri outside() {
    return new ArtifactUri("file://" + temporary.resolve("elsewhere") + "/");
  }
}
