/** Where models are served: the port, its values, and nothing of any platform. */
package dev.countersign.ci.target;
