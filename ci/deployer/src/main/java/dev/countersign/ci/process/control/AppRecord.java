package dev.countersign.ci.process.control;

/**
 * An app process as the front keeps it across its own restarts.
 *
 * @param id unique within the state folder
 * @param port loopback port it listens on
 * @param digest that its reference names; what it serves is asked of itself
 * @param drainMillis how long it may answer its last requests when it is replaced
 */
public record AppRecord(
    String id, ProcessIdentity process, int port, String digest, long drainMillis, AppRole role) {
  /** The same app in another role. */
  public AppRecord as(AppRole newRole) {
    return new AppRecord(id, process, port, digest, drainMillis, newRole);
  }
}
