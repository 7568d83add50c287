/** Files and folders written so that a reader never sees half of one. */
package dev.countersign.pipeline.files;
