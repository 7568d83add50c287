/**
 * Where artifacts are kept. Invariant I3: every hop verifies; a store never hands out bytes that do
 * not have the digest asked for. Adapters live in packages of their own.
 */
package dev.countersign.modelrefs.store;
