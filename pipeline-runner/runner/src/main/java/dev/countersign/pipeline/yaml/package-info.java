/**
 * YAML from outside, read as plain JSON: nothing but maps, lists and scalars comes through. The
 * only package that knows a YAML library.
 */
package dev.countersign.pipeline.yaml;
