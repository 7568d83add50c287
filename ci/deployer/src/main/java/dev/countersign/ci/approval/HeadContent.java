package dev.countersign.ci.approval;

/** How the content that was approved compares with the content at the last head. */
public enum HeadContent {
  /** The same paths with the same blobs. */
  SAME,
  /** Another path, or another blob. */
  DIFFERENT,
  /** The head that was current at the approval is not known or not there any more. */
  UNKNOWN
}
