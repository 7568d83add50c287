package dev.countersign.ci.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link DeployTarget} keeps, fakes included. */
public abstract class DeployTargetContract {
  protected static final ModelEnvironment LINE = Releases.LINE;

  /** The target under test, empty at the start of each test. */
  protected abstract DeployTarget target();

  /** A release whose app becomes ready. */
  protected Release healthy(int sequence) {
    return Releases.release(sequence);
  }

  /** A release whose app never becomes ready. */
  protected abstract Release unhealthy(int sequence);

  /** Starts other bytes on the target without the deployer. */
  protected abstract void serveBehindTheBack(Release other);

  @Test
  void servesNothing_beforeTheFirstRelease() {
    assertThat(target().observe(LINE)).isEqualTo(new Observation.Nothing());
  }

  @Test
  void servesARelease_andSaysSo() {
    Release first = healthy(1);

    assertThat(target().apply(first)).isEqualTo(new ApplyOutcome.Serving(digest(first)));
    assertThat(observed()).isEqualTo(digest(first));
  }

  @Test
  void replacesOneReleaseByTheNext() {
    target().apply(healthy(1));
    Release second = healthy(2);

    assertThat(target().apply(second)).isEqualTo(new ApplyOutcome.Serving(digest(second)));
    assertThat(observed()).isEqualTo(digest(second));
  }

  @Test
  @DisplayName("I5: a release that is served already is not touched")
  void touchesNothing_whenItIsServedAlready() {
    Release first = healthy(1);
    target().apply(first);

    assertThat(target().apply(first)).isEqualTo(new ApplyOutcome.AlreadyServing(digest(first)));
    assertThat(observed()).isEqualTo(digest(first));
  }

  @Test
  @DisplayName("I3: a release that fails to start leaves the running one untouched")
  void keepsTheOldOne_whenTheNewOneIsUnhealthy() {
    Release first = healthy(1);
    target().apply(first);

    assertThat(target().apply(unhealthy(2))).isInstanceOf(ApplyOutcome.Unhealthy.class);
    assertThat(observed()).isEqualTo(digest(first));
  }

  @Test
  void servesNothing_whenTheFirstReleaseIsUnhealthy() {
    assertThat(target().apply(unhealthy(1))).isInstanceOf(ApplyOutcome.Unhealthy.class);
    assertThat(target().observe(LINE)).isEqualTo(new Observation.Nothing());
  }

  @Test
  void servesARelease_afterOneThatWasUnhealthy() {
    target().apply(unhealthy(1));
    Release second = healthy(2);

    assertThat(target().apply(second)).isEqualTo(new ApplyOutcome.Serving(digest(second)));
  }

  @Test
  @DisplayName("Other bytes than the reference names are noticed by their digest and put back")
  void noticesAndReplaces_whatWasStartedBehindItsBack() {
    Release first = healthy(1);
    target().apply(first);
    serveBehindTheBack(healthy(7));
    assertThat(observed()).isEqualTo(digest(healthy(7)));

    assertThat(target().apply(first)).isEqualTo(new ApplyOutcome.Serving(digest(first)));
    assertThat(observed()).isEqualTo(digest(first));
  }

  @Test
  void servesNothing_afterRemoval() {
    target().apply(healthy(1));

    target().remove(LINE);

    assertThat(target().observe(LINE)).isEqualTo(new Observation.Nothing());
  }

  @Test
  @DisplayName("I5: removing what is not there is done already")
  void removesTwice() {
    target().remove(LINE);
    target().remove(LINE);

    assertThat(target().observe(LINE)).isEqualTo(new Observation.Nothing());
  }

  @Test
  void servesAgain_afterRemoval() {
    Release first = healthy(1);
    target().apply(first);
    target().remove(LINE);

    assertThat(target().apply(first)).isEqualTo(new ApplyOutcome.Serving(digest(first)));
  }

  /** The digest served now; fails if nothing is. */
  protected final Digest observed() {
    assertThat(target().observe(LINE)).isInstanceOf(Observation.Serves.class);
    return ((Observation.Serves) target().observe(LINE)).digest();
  }

  protected static Digest digest(Release release) {
    return release.reference().artifact().digest();
  }
}
