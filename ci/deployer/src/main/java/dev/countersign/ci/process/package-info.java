/**
 * The target {@code process}: a model served by a program on this machine. Invariants: the public
 * port is owned by a front process that outlives every deployer; a new app is switched to only
 * after it said that it is ready <em>and</em> which digest it loaded; all state is in the target
 * (the front, its apps, its state folder), so a deployer may be killed anywhere and run again.
 */
package dev.countersign.ci.process;
