package dev.countersign.modelrefs.store.file;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.artifact.ManifestEntry;
import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.artifact.digest.BoundedParallel;
import dev.countersign.modelrefs.artifact.digest.SourceTree;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.reference.ArtifactFile;
import dev.countersign.modelrefs.reference.Layout;
import dev.countersign.modelrefs.run.Provenance.ReportLocation;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.store.EvidenceStore;
import dev.countersign.modelrefs.store.ReceivedArtifact;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A store in a folder; what lies where is described with the package. */
public final class FileArtifactStore implements ArtifactStore, EvidenceStore {
  private static final String ARTIFACTS = "sha256";
  private static final String RUNS = "runs/sha256";

  private final StoreLayout layout;
  private final FolderInstaller installer;
  private final FolderReceiver receiver;
  private final FolderInspector inspector;
  private final ManifestFiles manifests;

  /**
   * @param root the store's folder; made when something is put, if it does not exist
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID} if its path has no URI form
   */
  public FileArtifactStore(Path root) {
    this(root, FreeSpace.OF_FILE_SYSTEM);
  }

  FileArtifactStore(Path root, FreeSpace freeSpace) {
    this.layout = new StoreLayout(root);
    this.inspector = new FolderInspector(ArtifactDigester.ofProcessors());
    VerifiedCopy copy = new VerifiedCopy(BoundedParallel.ofProcessors());
    this.installer = new FolderInstaller(copy, inspector, freeSpace);
    this.receiver = new FolderReceiver(copy, freeSpace);
    this.manifests = new ManifestFiles();
  }

  @Override
  public Artifact put(ArtifactManifest manifest, Path source, String format) {
    SourceTree tree = SourceTree.of(source).orRefuse(source);
    Path folder = layout.folder(ARTIFACTS, manifest.digest());
    installer.install(manifest, tree, folder, layout.incoming());
    return stored(manifest, folder, format);
  }

  @Override
  public ReceivedArtifact receive(Path source) {
    SourceTree tree = SourceTree.of(source).orRefuse(source);
    return receiver
        .receive(source, tree, layout.folder(ARTIFACTS), layout.incoming())
        .<ReceivedArtifact>map(
            received -> new ReceivedFolder(received, format -> keep(received, format)))
        .orElseGet(() -> ArtifactStore.super.receive(source));
  }

  private Artifact keep(FolderReceiver.Received received, String format) {
    ArtifactManifest manifest = received.manifest();
    Path folder = layout.folder(ARTIFACTS, manifest.digest());
    installer.publish(manifest, received.incoming(), folder);
    return stored(manifest, folder, format);
  }

  private Artifact stored(ArtifactManifest manifest, Path folder, String format) {
    boolean listed = manifest.files().size() <= ArtifactManifest.MAX_LISTED_FILES;
    if (!listed) {
      manifests.write(manifest, layout.manifest(folder), layout.incoming());
    }
    return new Artifact(
        layout.uri(folder),
        Layout.ADDRESSED,
        manifest.digest(),
        manifest.sizeBytes(),
        format,
        listed ? manifest.files().stream().map(FileArtifactStore::listed).toList() : List.of());
  }

  @Override
  public ArtifactManifest verify(Artifact artifact) {
    Path folder = existing(artifact);
    ArtifactManifest manifest = manifest(artifact, folder);
    List<Problem> differences = inspector.differences(manifest, folder);
    if (!differences.isEmpty()) {
      throw new CountersignException(
          ErrorCode.DIGEST_MISMATCH,
          "the files in \"%s\" are not those of artifact \"%s\""
              .formatted(artifact.uri(), artifact.digest()),
          differences);
    }
    return manifest;
  }

  @Override
  public void fetch(Artifact artifact, Path target) {
    Path folder = existing(artifact);
    install(manifest(artifact, folder), folder, target);
  }

  @Override
  public ReportLocation putRun(ArtifactManifest manifest, Map<ArtifactPath, Path> files) {
    Path folder = layout.folder(RUNS, manifest.digest());
    installer.install(manifest, SourceTree.of(files), folder, layout.incoming());
    manifests.write(manifest, layout.manifest(folder), layout.incoming());
    return new ReportLocation(layout.uri(folder), manifest.digest());
  }

  @Override
  public void fetchRun(ReportLocation run, Path target) {
    Path folder = existing(layout.path(run.uri()), "the evidence of a run");
    install(manifests.read(layout.manifest(folder), run.digest()), folder, target);
  }

  private void install(ArtifactManifest manifest, Path folder, Path target) {
    Path parent = Objects.requireNonNull(target.toAbsolutePath().getParent());
    installer.install(manifest, SourceTree.of(folder), target, parent);
  }

  private Path existing(Artifact artifact) {
    Path folder = layout.path(artifact.uri());
    if (artifact.layout() == Layout.ADDRESSED
        && !folder.equals(layout.folder(ARTIFACTS, artifact.digest()))) {
      throw new CountersignException(
          ErrorCode.URI_REFUSED,
          "\"%s\" is not the folder of artifact \"%s\""
              .formatted(artifact.uri(), artifact.digest()));
    }
    return existing(folder, "artifact \"" + artifact.digest() + "\"");
  }

  private static Path existing(Path folder, String what) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new CountersignException(
          ErrorCode.ARTIFACT_MISSING, "%s is not in \"%s\"".formatted(what, folder));
    }
    return folder;
  }

  private ArtifactManifest manifest(Artifact artifact, Path folder) {
    Optional<ArtifactManifest> listed = artifact.manifest();
    if (listed.isEmpty()) {
      return manifests.read(layout.manifest(folder), artifact.digest());
    }
    ArtifactManifest manifest = listed.get();
    if (!manifest.digest().equals(artifact.digest())) {
      throw new CountersignException(
          ErrorCode.DIGEST_MISMATCH,
          "the reference names artifact \"%s\", but its files make \"%s\""
              .formatted(artifact.digest(), manifest.digest()));
    }
    return manifest;
  }

  private static ArtifactFile listed(ManifestEntry entry) {
    return new ArtifactFile(entry, Optional.empty());
  }
}
