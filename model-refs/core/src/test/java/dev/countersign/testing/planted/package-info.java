/** Classes that break the rules, to show that the rules notice. */
package dev.countersign.testing.planted;
