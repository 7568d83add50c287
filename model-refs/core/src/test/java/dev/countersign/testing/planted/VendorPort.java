package dev.countersign.testing.planted;

import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;

/** Hides a vendor's type where only generics show it. */
public interface VendorPort {
  /** Documents. */
  List<JsonCanonicalizer> documents();
}
