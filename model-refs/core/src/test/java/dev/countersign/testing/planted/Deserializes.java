package dev.countersign.testing.planted;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;

final class Deserializes {
  private Deserializes() {}

  static Object read(InputStream in) throws IOException, ClassNotFoundException {
    try (ObjectInputStream objects = new ObjectInputStream(in)) {
      return objects.readObject();
    }
  }
}
