package dev.countersign.bot.demo;

import java.util.List;

/** One successful deployment, as the deploying process reported it. */
public record DemoDeployment(
    String version, String declaredDigest, String observedDigest, List<String> approvedBy) {
  public DemoDeployment {
    approvedBy = List.copyOf(approvedBy);
  }
}
