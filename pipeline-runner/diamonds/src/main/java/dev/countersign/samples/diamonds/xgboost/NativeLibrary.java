package dev.countersign.samples.diamonds.xgboost;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Says what to install where XGBoost's native library cannot be loaded. */
final class NativeLibrary {
  private NativeLibrary() {}

  /** Something done with XGBoost. */
  @FunctionalInterface
  interface Use<T> {
    /** Does it. */
    T run() throws XGBoostError, IOException;
  }

  /**
   * Does something with XGBoost.
   *
   * @throws CountersignException {@link ErrorCode#LIBRARY_MISSING} if the library does not load;
   *     {@link ErrorCode#INPUT_INVALID} if XGBoost refuses
   */
  static <T> T use(Use<T> use) {
    try {
      return use.run();
    } catch (LinkageError e) {
      throw new CountersignException(
          ErrorCode.LIBRARY_MISSING,
          "XGBoost's native library cannot be loaded; it needs the package \"libgomp1\" (%s)"
              .formatted(root(e)),
          e);
    } catch (XGBoostError | IOException e) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID, "XGBoost refused: " + e.getMessage(), e);
    }
  }

  private static String root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
