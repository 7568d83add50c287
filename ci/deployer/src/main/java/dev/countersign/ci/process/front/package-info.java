/**
 * The front process: owns the public port of one line, starts apps, passes requests to the active
 * one and switches between them without losing a request. It outlives the deployers that talk to
 * it. Invariant: a request belongs to exactly one app, from its first byte to its last; an app is
 * stopped only when it holds no request, or when its time to drain is over. The one package that
 * imports Jetty.
 */
package dev.countersign.ci.process.front;
