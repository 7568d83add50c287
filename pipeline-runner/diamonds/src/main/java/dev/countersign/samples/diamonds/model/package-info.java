/** What the model takes in, and how it is trained. Pure. */
package dev.countersign.samples.diamonds.model;
