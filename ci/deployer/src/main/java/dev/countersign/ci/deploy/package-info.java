/**
 * Brings every target to what the protected branch declares (I1). First a plan, which only reads
 * and is a value (I12); then its execution, of which every step looks first and may be repeated
 * (I5). The deployment log is evidence, not authority: what it says is verified again at each use,
 * so losing it, or writing to it, can block a deployment but never permit one.
 */
package dev.countersign.ci.deploy;
