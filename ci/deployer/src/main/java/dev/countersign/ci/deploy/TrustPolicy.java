package dev.countersign.ci.deploy;

import dev.countersign.ci.target.TargetSpec;

/**
 * What identities are good for. The local forge takes everyone's word for who they are, so
 * separation of duties is shown there, not enforced.
 *
 * @param identitiesAttested whether the forge proves who approved
 * @param trustLocal whether to deploy anywhere although it does not
 */
public record TrustPolicy(boolean identitiesAttested, boolean trustLocal) {
  private static final String PROCESS = "process";

  /** Whether approvals of such a forge may change a target. */
  boolean allows(TargetSpec target) {
    return identitiesAttested || trustLocal || target.kind().equals(PROCESS);
  }
}
