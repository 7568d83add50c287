/**
 * What is declared, what was deployed and what is served, as values; how they are shown is the
 * command line's. Reads only. What the deployment log says is shown with whether it verifies.
 */
package dev.countersign.ci.status;
