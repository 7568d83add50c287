package dev.countersign.testing.planted;

import org.erdtman.jcs.JsonCanonicalizer;

/** Hides a vendor's type in an array. */
public interface VendorArrayPort {
  /** Takes documents. */
  void take(JsonCanonicalizer[] documents);
}
