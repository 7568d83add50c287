/** The files that the steps hand to each other, as CSV. */
package dev.countersign.samples.diamonds.csv;
