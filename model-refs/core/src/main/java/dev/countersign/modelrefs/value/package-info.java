/** The words of the domain as types. Immutable, validated when made, free of I/O. */
package dev.countersign.modelrefs.value;
