/**
 * Verifying a reference by itself and against its artifact, with one outcome per check. Who
 * approved it and whether it may be deployed is not asked here.
 */
package dev.countersign.modelrefs.verify;
