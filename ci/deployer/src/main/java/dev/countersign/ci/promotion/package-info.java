/**
 * What the CI job step must know about how a commit came to be merged: plain values and one port.
 */
package dev.countersign.ci.promotion;
