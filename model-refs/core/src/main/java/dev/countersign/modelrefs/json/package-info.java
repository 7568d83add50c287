/**
 * Reading JSON strictly and writing it canonically (RFC 8785). Readers collect every problem with
 * its JSON path before they fail; nothing is read leniently and nothing is guessed.
 */
package dev.countersign.modelrefs.json;
