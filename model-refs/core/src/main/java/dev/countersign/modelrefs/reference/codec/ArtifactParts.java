package dev.countersign.modelrefs.reference.codec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.artifact.ManifestEntry;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.Decoders;
import dev.countersign.modelrefs.json.JsonValue;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.reference.ArtifactFile;
import dev.countersign.modelrefs.reference.Layout;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.WireName;
import java.util.List;

/** {@code artifact}. */
final class ArtifactParts {
  private static final Decoder<Long> SIZE = Decoders.integer(0, StrictJson.MAX_SAFE_INTEGER);

  private ArtifactParts() {}

  static Decoder<Artifact> artifact() {
    return Decoders.object(
        reader -> {
          var uri = reader.required("uri", Decoders.parsed(ArtifactUri::new));
          var layout = reader.required("layout", Decoders.oneOf(Layout.class));
          var digest = reader.required("digest", Decoders.parsed(Digest::parse));
          var size = reader.required("sizeBytes", SIZE);
          var format = reader.required("format", Decoders.nonBlank());
          var files = reader.withDefault("files", files(), List.of());
          reader.reserved("base");
          return reader.build(
              () ->
                  new Artifact(
                      uri.get(),
                      layout.get(),
                      digest.get(),
                      size.get(),
                      format.get(),
                      files.get()));
        });
  }

  static JsonNode json(Artifact artifact) {
    return new ObjectWriter()
        .text("uri", artifact.uri())
        .text("layout", WireName.camelCase(artifact.layout()))
        .text("digest", artifact.digest())
        .integer("sizeBytes", artifact.sizeBytes())
        .text("format", artifact.format())
        .arrayUnlessEmpty("files", artifact.files(), ArtifactParts::json)
        .node();
  }

  private static Decoder<List<ArtifactFile>> files() {
    return value -> {
      List<ArtifactFile> files = Decoders.list(file()).decode(value);
      checkListing(value, files.stream().map(ArtifactFile::entry).toList());
      return files;
    };
  }

  private static void checkListing(JsonValue value, List<ManifestEntry> files) {
    if (files.size() > ArtifactManifest.MAX_LISTED_FILES) {
      throw value.stop(
          "lists %d files; above %d the manifest lies in the store"
              .formatted(files.size(), ArtifactManifest.MAX_LISTED_FILES));
    }
    try {
      if (!files.isEmpty() && !new ArtifactManifest(files).files().equals(files)) {
        throw value.stop("must be sorted by the bytes of the paths");
      }
    } catch (IllegalArgumentException e) {
      throw value.stop(String.valueOf(e.getMessage()));
    }
  }

  private static Decoder<ArtifactFile> file() {
    return Decoders.object(
        reader -> {
          var path = reader.required("path", Decoders.parsed(ArtifactPath::new));
          var sha256 = reader.required("sha256", Decoders.parsed(Digest::new));
          var size = reader.required("sizeBytes", SIZE);
          var storeVersion = reader.optional("storeVersion", Decoders.nonBlank());
          return reader.build(
              () ->
                  new ArtifactFile(
                      new ManifestEntry(path.get(), sha256.get(), size.get()), storeVersion.get()));
        });
  }

  private static JsonNode json(ArtifactFile file) {
    return new ObjectWriter()
        .text("path", file.entry().path())
        .text("sha256", file.entry().sha256().hex())
        .integer("sizeBytes", file.entry().sizeBytes())
        .text("storeVersion", file.storeVersion())
        .node();
  }
}
