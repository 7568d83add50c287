/**
 * Running a pipeline, whatever runs it: the port, what a run is asked for, what it tells while it
 * goes on, and how it ends.
 */
package dev.countersign.pipeline.engine;
