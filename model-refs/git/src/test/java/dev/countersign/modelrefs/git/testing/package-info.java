/** Real repositories for tests, of this module and of those built on it. */
package dev.countersign.modelrefs.git.testing;
