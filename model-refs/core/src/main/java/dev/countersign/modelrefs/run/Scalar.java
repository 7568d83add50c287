package dev.countersign.modelrefs.run;

/** A parameter's value. */
public sealed interface Scalar {
  /** A string. */
  record Text(String value) implements Scalar {
    @Override
    public String toString() {
      return value;
    }
  }

  /** A finite number. */
  record Numeric(double value) implements Scalar {
    @Override
    public String toString() {
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? Long.toString((long) value)
          : Double.toString(value);
    }
  }

  /** True or false. */
  record Flag(boolean value) implements Scalar {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }
}
