package dev.countersign.modelrefs.git.jgit;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/**
 * Opens HTTP connections that trust the right authorities, and notes the last status, which JGit
 * tells in words only.
 */
final class StatusWatch implements HttpConnectionFactory {
  private final Optional<X509TrustManager> authorities;
  private int last;

  /**
   * @param authorities empty: those that the JDK trusts
   */
  StatusWatch(Optional<X509TrustManager> authorities) {
    this.authorities = authorities;
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    return create(url, Proxy.NO_PROXY);
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    Watched connection = new Watched(url, proxy);
    if (authorities.isPresent() && "https".equals(url.getProtocol())) {
      trust(connection, authorities.get());
    }
    return connection;
  }

  private static void trust(HttpConnection connection, X509TrustManager judge) throws IOException {
    try {
      connection.configure(null, new TrustManager[] {judge}, null);
    } catch (GeneralSecurityException e) {
      throw new IOException("certificates of own authorities cannot be used", e);
    }
  }

  boolean accessWasRefused() {
    return last == HttpURLConnection.HTTP_UNAUTHORIZED || last == HttpURLConnection.HTTP_FORBIDDEN;
  }

  private final class Watched extends JDKHttpConnection {
    Watched(URL url, Proxy proxy) throws IOException {
      super(url, proxy);
    }

    @Override
    public int getResponseCode() throws IOException {
      last = super.getResponseCode();
      return last;
    }
  }
}
