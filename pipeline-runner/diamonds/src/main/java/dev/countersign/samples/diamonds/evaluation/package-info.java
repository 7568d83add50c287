/** What the run reports about itself, beside its predictions. */
package dev.countersign.samples.diamonds.evaluation;
