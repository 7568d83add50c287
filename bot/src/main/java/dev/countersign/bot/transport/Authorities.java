package dev.countersign.bot.transport;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Certificate authorities of one's own, beside those that the JDK trusts. */
public final class Authorities {
  private Authorities() {}

  /**
   * Trusts what the JDK trusts and every certificate of a PEM file.
   *
   * @throws CountersignException {@code CONFIGURATION_INVALID} if the file cannot be read or holds
   *     no certificate
   */
  public static SSLContext fromPem(Path file) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {judge(file)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * The same trust, for a library that wants to make its own context.
   *
   * @throws CountersignException as {@link #fromPem}
   */
  public static X509TrustManager judge(Path file) {
    try {
      Collection<? extends Certificate> own = read(file);
      if (own.isEmpty()) {
        throw new CountersignException(
            ErrorCode.CONFIGURATION_INVALID,
            "the authorities' file \"" + file + "\" holds no certificate");
      }
      List<Certificate> all = new ArrayList<>(own);
      all.addAll(builtIn());
      return judges(trusting(all)).findFirst().orElseThrow();
    } catch (IOException | GeneralSecurityException e) {
      throw unreadable(file, e);
    }
  }

  private static CountersignException unreadable(Path file, Exception cause) {
    return new CountersignException(
        ErrorCode.CONFIGURATION_INVALID,
        "the authorities' file \"" + file + "\" cannot be read as certificates in PEM form",
        cause);
  }

  private static Collection<? extends Certificate> read(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
  }

  private static List<Certificate> builtIn() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return judges(factory.getTrustManagers())
        .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
        .map(Certificate.class::cast)
        .toList();
  }

  private static Stream<X509TrustManager> judges(TrustManager... managers) {
    return Arrays.stream(managers)
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast);
  }

  private static TrustManager[] trusting(List<Certificate> certificates)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int i = 0; i < certificates.size(); i++) {
      store.setCertificateEntry("authority-" + i, certificates.get(i));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
