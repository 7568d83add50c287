/**
 * The app's HTTP interface on the JDK's server: {@code POST /predict}, {@code GET /health}, {@code
 * GET /reference}. A bounded number of threads; every answer is JSON; no error shows a class name.
 */
package dev.countersign.samples.inference.http;
