/** The prediction log: what was asked, what was answered, by which bytes. */
package dev.countersign.samples.inference.log;
