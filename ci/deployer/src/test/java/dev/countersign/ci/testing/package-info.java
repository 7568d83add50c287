/** Fixtures: promotions on a real bare repository, references, stores. */
package dev.countersign.ci.testing;
