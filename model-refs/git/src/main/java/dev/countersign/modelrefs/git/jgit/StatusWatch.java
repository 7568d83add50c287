package dev.countersign.modelrefs.git.jgit;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/** Opens HTTP connections and notes the last status, which JGit tells in words only. */
final class StatusWatch implements HttpConnectionFactory {
  private int last;

  @Override
  public HttpConnection create(URL url) throws IOException {
    return new Watched(url, Proxy.NO_PROXY);
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    return new Watched(url, proxy);
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
