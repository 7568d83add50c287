/**
 * What a pipeline is: steps that are processes, what each reads and writes, and which outputs make
 * the run bundle. Pure values; a spec that was read is free of cycles and of names that lead
 * nowhere.
 */
package dev.countersign.pipeline.spec;
