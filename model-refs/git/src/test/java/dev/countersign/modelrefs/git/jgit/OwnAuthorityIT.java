package dev.countersign.modelrefs.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.testing.GitFixture;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Git server whose certificate comes from an authority that the JDK does not know. */
class OwnAuthorityIT {
  private static final String PASSWORD = "changeit";

  @TempDir Path folder;
  private Path keyStore;
  private GitFixture fixture;
  private GitHttpServer server;
  private RemoteLocation.Server location;

  @BeforeEach
  void serve() throws Exception {
    keyStore = folder.resolve("server.p12");
    makeCertificate(keyStore);
    fixture = GitFixture.withMain(folder);
    fixture.allowFilters();
    server = new GitHttpServer(fixture.location().folder());
    location = server.secureLocation(keyStore, PASSWORD);
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    fixture.close();
  }

  @Test
  void refusesACertificateThatNobodyVouchesFor() {
    assertThatThrownBy(() -> tips(location))
        .isInstanceOf(CountersignException.class)
        .hasMessageContaining("localhost");
  }

  @Test
  void fetches_whereTheAuthorityIsTrusted() throws Exception {
    assertThat(tips(location.trusting(judge()))).containsOnlyKeys("refs/heads/main");
  }

  private static Map<String, ?> tips(RemoteLocation location) {
    try (GitRepository git = JGitRepositories.open(location, Optional.empty())) {
      return git.fetch(List.of("refs/heads/main"));
    }
  }

  private X509TrustManager judge() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate("server"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static void makeCertificate(Path keyStore) throws Exception {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=DNS:localhost,IP:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keyStore.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
