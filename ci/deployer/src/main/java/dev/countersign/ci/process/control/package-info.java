/**
 * What the deployer and the front process say to each other: plain values, their JSON form, and the
 * files of the state folder. Invariant: files only tell where to ask; what is served is always
 * asked of the running front, so a stale or missing file is never taken for the truth.
 */
package dev.countersign.ci.process.control;
