/** Diamonds as rows: what one is, which key it has, which part of the data it belongs to. Pure. */
package dev.countersign.samples.diamonds.data;
