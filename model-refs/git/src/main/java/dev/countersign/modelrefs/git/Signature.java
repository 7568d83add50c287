package dev.countersign.modelrefs.git;

/**
 * An SSH signature on a commit that verified cryptographically against the key it carries. Whether
 * the key is trusted is for the caller.
 *
 * @param publicKey in OpenSSH form, {@code ssh-ed25519 AAAA…}, without comment
 */
public record Signature(String publicKey) {}
