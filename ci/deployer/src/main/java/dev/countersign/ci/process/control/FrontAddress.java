package dev.countersign.ci.process.control;

/**
 * Where a running front listens, as it wrote when it was up.
 *
 * @param line the model and environment that it serves
 * @param host address of the public port
 * @param controlPort loopback port of the control interface
 * @param token what the control interface asks for; a secret
 */
public record FrontAddress(
    ProcessIdentity process, String line, String host, int port, int controlPort, String token) {
  @Override
  public String toString() {
    return "front of %s on %s:%d, process %d".formatted(line, host, port, process.pid());
  }
}
