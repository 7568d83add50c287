/** What a domain package must not do. */
package dev.countersign.testing.planted.domain;
