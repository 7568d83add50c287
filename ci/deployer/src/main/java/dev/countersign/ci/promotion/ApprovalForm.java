package dev.countersign.ci.promotion;

/** How an approval has to be given. */
public enum ApprovalForm {
  /** By the forge's button or review, or by a comment. */
  ANY,
  /** By a comment that names the reference's checksum; the forge's button does not count. */
  CHECKSUM
}
