package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.HttpCredentials;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/**
 * One Git server, or a folder in the place of one: opens connections to it with credentials and a
 * deadline, and retries.
 */
final class ServerTransport {
  private static final int TIMEOUT_SECONDS = 30;

  private final URIish uri;
  private final Optional<HttpCredentials> credentials;
  private final Optional<X509TrustManager> authorities;
  private final boolean whole;
  private final RetryPolicy<Object> whileUnavailable;
  private boolean filters = true;

  ServerTransport(RemoteLocation.Server server, Duration firstDelay) {
    this(uri(server.uri()), server.credentials(), server.authorities(), false, firstDelay);
  }

  /** A folder is near: all of it is brought at once. */
  ServerTransport(RemoteLocation.Cloned folder) {
    this(
        uri(folder.folder().toUri()),
        Optional.empty(),
        Optional.empty(),
        true,
        Duration.ofMillis(100));
  }

  private ServerTransport(
      URIish uri,
      Optional<HttpCredentials> credentials,
      Optional<X509TrustManager> authorities,
      boolean whole,
      Duration firstDelay) {
    this.uri = uri;
    this.credentials = credentials;
    this.authorities = authorities;
    this.whole = whole;
    this.whileUnavailable =
        RetryPolicy.builder()
            .handleIf(ServerTransport::mayPass)
            .withBackoff(firstDelay, firstDelay.multipliedBy(10))
            .withJitter(0.3)
            .withMaxRetries(3)
            .build();
  }

  /** What is done over one connection. */
  interface Exchange<T> {
    T over(Transport transport) throws IOException;
  }

  <T> T exchange(Repository objects, Exchange<T> exchange) throws IOException {
    try {
      return Failsafe.with(whileUnavailable).get(() -> filteredOrNot(objects, exchange));
    } catch (FailsafeException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** A server that serves no partial clones says so only when one is asked for. */
  private <T> T filteredOrNot(Repository objects, Exchange<T> exchange) throws IOException {
    try {
      return once(objects, exchange);
    } catch (TransportException e) {
      if (!filters || !says(e, JGitText.get().filterRequiresCapability)) {
        throw e;
      }
      filters = false;
      return once(objects, exchange);
    }
  }

  private <T> T once(Repository objects, Exchange<T> exchange) throws IOException {
    StatusWatch watch = new StatusWatch(authorities);
    try (Transport transport = Transport.open(objects, uri)) {
      transport.setTimeout(TIMEOUT_SECONDS);
      if (transport instanceof TransportHttp http) {
        http.setHttpConnectionFactory(watch);
      }
      credentials.ifPresent(
          c ->
              transport.setCredentialsProvider(
                  new UsernamePasswordCredentialsProvider(c.login(), c.token())));
      return exchange.over(transport);
    } catch (TransportException e) {
      throw watch.accessWasRefused() ? new AccessRefused(e) : e;
    }
  }

  /** Whether a push would be let in: what is there is asked for, nothing is sent. */
  boolean takesPushes(Repository objects) throws IOException {
    try {
      return exchange(
          objects,
          transport -> {
            transport.openPush().close();
            return true;
          });
    } catch (AccessRefused refused) {
      return false;
    }
  }

  /** Whether files are left out of what is fetched; known once something was. */
  boolean leavesFilesOut() {
    return filters;
  }

  /** Whether everything behind a ref is brought with it. */
  boolean bringsAll() {
    return whole;
  }

  /**
   * Leaves files out, as far as the server can, and history unless it is wanted.
   *
   * @see <a href="https://git-scm.com/docs/partial-clone">Partial clone</a>
   */
  void withoutFiles(Transport transport, boolean history) throws IOException {
    if (whole) {
      return;
    }
    if (filters) {
      transport.setFilterSpec(FilterSpec.fromFilterLine("blob:none"));
    }
    if (!history) {
      transport.setDepth(1);
    }
  }

  List<RefRace.Report> push(Transport transport, Repository objects, List<RefUpdate> updates)
      throws IOException {
    try {
      transport.setPushAtomic(updates.size() > 1);
      return attempt(transport, objects, updates);
    } catch (TransportException e) {
      if (!transport.isPushAtomic() || !says(e, JGitText.get().atomicPushNotSupported)) {
        throw e;
      }
      transport.setPushAtomic(false);
      return attempt(transport, objects, updates);
    }
  }

  private static List<RefRace.Report> attempt(
      Transport transport, Repository objects, List<RefUpdate> updates) throws IOException {
    List<RemoteRefUpdate> wanted = new ArrayList<>();
    for (RefUpdate update : updates) {
      wanted.add(wanted(objects, update));
    }
    PushResult result = transport.push(NullProgressMonitor.INSTANCE, wanted);
    return wanted.stream()
        .map(update -> report(result.getRemoteUpdate(update.getRemoteName())))
        .toList();
  }

  private static RemoteRefUpdate wanted(Repository objects, RefUpdate update) throws IOException {
    boolean force = true;
    return new RemoteRefUpdate(
        objects,
        update.target().map(commit -> commit.hex()).orElse(null),
        update.target().map(Ids::of).orElse(ObjectId.zeroId()),
        update.ref(),
        force,
        null,
        update.expected().map(Ids::of).orElse(ObjectId.zeroId()));
  }

  private static RefRace.Report report(RemoteRefUpdate update) {
    return switch (update.getStatus()) {
      case OK, UP_TO_DATE -> RefRace.Report.moved();
      case NON_EXISTING,
          REJECTED_NONFASTFORWARD,
          REJECTED_NODELETE,
          REJECTED_REMOTE_CHANGED,
          REJECTED_OTHER_REASON,
          NOT_ATTEMPTED,
          AWAITING_REPORT ->
          RefRace.Report.refused(
              Optional.ofNullable(update.getMessage()).orElse(update.getStatus().name()));
    };
  }

  /** Whether a failure may pass by itself: not a refusal, not a repository that is not there. */
  private static boolean mayPass(Throwable failure) {
    return failure instanceof TransportException
        && !(failure instanceof NoRemoteRepositoryException);
  }

  private static boolean says(TransportException e, String words) {
    return String.valueOf(e.getMessage()).contains(words);
  }

  private static URIish uri(URI uri) {
    try {
      return new URIish(uri.toString());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
