/**
 * The embedded engine: steps are processes on this machine. A step gets an argv, never a shell
 * line, and no environment variable that the pipeline does not list (invariants I9, I13). A step's
 * outputs appear whole or not at all; a cache entry is used only after its bytes were checked; when
 * a run ends, however it ends, none of its processes is left.
 */
package dev.countersign.pipeline.local;
