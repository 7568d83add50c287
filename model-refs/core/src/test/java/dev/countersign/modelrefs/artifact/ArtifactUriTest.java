package dev.countersign.modelrefs.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactUriTest {
  @ParameterizedTest
  @DisplayName("Fault row 17: URIs with more than a folder in them are refused")
  @ValueSource(
      strings = {
        "",
        "model",
        "/srv/models/",
        "//bucket/x/",
        "http://bucket/x/",
        "https://bucket/x/",
        "ftp://bucket/x/",
        "GS://bucket/x/",
        "gs:bucket/x/",
        "gs:///x/",
        "gs://bucket/x",
        "gs://bucket",
        "gs://bucket/../c/",
        "gs://bucket/a/../../c/",
        "gs://bucket/./x/",
        "gs://bucket//x/",
        "gs://bucket/x//",
        "gs://bucket/x/#fragment/",
        "gs://bucket/x/?q/",
        "gs://bucket/x/?generation=1#/",
        "gs://user@bucket/x/",
        "gs://user:pw@bucket/x/",
        "gs://bucket:443/x/",
        "gs://bucket/%2e%2e/c/",
        "gs://bucket/a%2Fb/",
        "gs://bucket/a\\b/",
        "gs://bucket/a b/",
        "gs://bucket/a\nb/",
        "file://host/x/",
        "file:/x/",
        "file:x/",
        "file:////x/",
        "file:///../etc/",
        "file:///etc/passwd",
        "javascript:alert(1)/",
        "data:,x/"
      })
  void refusesUrisWithMoreThanAFolderInThem(String uri) {
    assertThatThrownBy(() -> new ArtifactUri(uri))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("artifact URI");
  }

  @ParameterizedTest
  @CsvSource({
    "gs://acme-models/diamonds/, gs, acme-models, /diamonds/",
    "s3://b/, s3, b, /",
    "file:///srv/store/sha256/aa/, file, '', /srv/store/sha256/aa/",
    "file:///, file, '', /"
  })
  void tellsSchemeBucketAndPath(String text, String scheme, String bucket, String path) {
    ArtifactUri uri = new ArtifactUri(text);

    assertThat(uri.scheme()).isEqualTo(scheme);
    assertThat(uri.bucket()).isEqualTo(bucket);
    assertThat(uri.path()).isEqualTo(path);
  }

  @Test
  @DisplayName("Fault row 17: a folder with a longer name is not inside another one")
  void isWithinOnlyWhatItLiesIn() {
    ArtifactUri models = new ArtifactUri("gs://bucket/models/");

    assertThat(models.resolve(new ArtifactPath("a")).isWithin(models)).isTrue();
    assertThat(models.isWithin(models)).isTrue();
    assertThat(new ArtifactUri("gs://bucket/models-of-others/").isWithin(models)).isFalse();
    assertThat(new ArtifactUri("gs://bucket2/models/").isWithin(models)).isFalse();
    assertThat(new ArtifactUri("s3://bucket/models/").isWithin(models)).isFalse();
  }
}
