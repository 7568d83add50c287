/** The steps of the pipeline as commands; each is a process that reads files and writes files. */
package dev.countersign.samples.diamonds.cli;
