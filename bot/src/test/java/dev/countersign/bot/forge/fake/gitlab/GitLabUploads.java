package dev.countersign.bot.forge.fake.gitlab;

import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Markdown uploads API: files for the texts of a project, readable by its members. */
final class GitLabUploads {
  /** A stored file. */
  record Upload(long id, String secret, String name, int size, Answer file) {}

  private final GitLabProject project;
  private final Map<String, Upload> uploads = new LinkedHashMap<>();

  GitLabUploads(GitLabProject project) {
    this.project = project;
  }

  void on(Api api) {
    api.post(GitLabProject.PATH + "/uploads", this::create);
    api.get(GitLabProject.PATH + "/uploads", this::list);
    api.get(GitLabProject.PATH + "/uploads/{secret}/{name}", this::get);
  }

  private Answer create(Request request) {
    project.require(request, Role.GUEST);
    UploadedFile file =
        request.file("file").orElseThrow(() -> GitLabErrors.error(400, "file is missing"));
    long id = project.forge().nextId();
    String secret =
        UUID.nameUUIDFromBytes(Long.toString(id).getBytes(StandardCharsets.UTF_8))
            .toString()
            .replace("-", "");
    String name = file.filename().replaceAll("[^A-Za-z0-9._-]", "_");
    byte[] content = read(file);
    Answer stored = Answer.bytes("application/octet-stream", content);
    uploads.put(secret, new Upload(id, secret, name, content.length, stored));
    String alt = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    String url = "/uploads/" + secret + "/" + name;
    boolean image = name.matches("(?i).*\\.(png|jpe?g|gif|svg|webp|bmp|tiff|ico)");
    return Answer.created(
        Json.object()
            .put("id", id)
            .put("alt", image ? alt : name)
            .put("url", url)
            .put("full_path", "/-/project/" + GitLabSettings.PROJECT_ID + url)
            .put("markdown", (image ? "!" : "") + "[%s](%s)".formatted(image ? alt : name, url))
            .node());
  }

  private Answer list(Request request) {
    project.require(request, Role.MAINTAINER);
    return GitLabPages.of(
        request,
        project,
        java.util.List.copyOf(uploads.values()),
        upload ->
            Json.object()
                .put("id", upload.id())
                .put("size", upload.size())
                .put("filename", upload.name())
                .put("created_at", GitLabTimes.of(project.forge().now()))
                .none("uploaded_by")
                .node());
  }

  private Answer get(Request request) {
    project.require(request, Role.GUEST);
    Upload upload = uploads.get(request.path("secret"));
    if (upload == null || !upload.name().equals(request.path("name"))) {
      throw GitLabErrors.notFound("Upload");
    }
    return upload.file();
  }

  private static byte[] read(UploadedFile file) {
    try (InputStream in = file.content()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
