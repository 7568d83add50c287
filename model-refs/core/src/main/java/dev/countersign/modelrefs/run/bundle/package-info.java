/**
 * Opening a run bundle from a disk. Everything in it was written by a training run and is not
 * trusted: only regular files below the bundle's folder are read, no link is followed (not even one
 * swapped in between two looks), and what is shown to people is recognised by its content.
 */
package dev.countersign.modelrefs.run.bundle;
