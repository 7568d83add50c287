/** Files and folders as whole trees; no link is ever followed. */
package dev.countersign.modelrefs.files;
