package dev.countersign.samples.inference.input;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One instance of a request.
 *
 * @param recordId the caller's name for it, else its place in the request from 0
 * @param inputs every feature with its value, defaults included
 * @param vector what the model sees, in the order of the schema
 */
public record Row(String recordId, ObjectNode inputs, List<Float> vector) {
  public Row {
    vector = List.copyOf(vector);
  }
}
