package dev.countersign.bot.identity;

import dev.countersign.modelrefs.run.Launcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who stands behind a CI pipeline.
 *
 * @param launcher who launched this attempt of it: the owner of the schedule for a scheduled one,
 *     whoever ran it again for a re-run
 * @param others who stands behind it too, such as who launched the first attempt
 */
public record CiIdentity(Launcher launcher, List<Launcher> others) {
  public CiIdentity {
    others = List.copyOf(others);
  }

  /** A pipeline with one person behind it. */
  public static CiIdentity of(Launcher launcher) {
    return new CiIdentity(launcher, List.of());
  }

  /** Everybody behind it, the launcher first. */
  public List<Launcher> people() {
    return Stream.concat(Stream.of(launcher), others.stream()).toList();
  }

  /** The same people, none attested: behind a job that did not launch what it is asked about. */
  public CiIdentity unattested() {
    return new CiIdentity(
        launcher.attested(false), others.stream().map(one -> one.attested(false)).toList());
  }
}
