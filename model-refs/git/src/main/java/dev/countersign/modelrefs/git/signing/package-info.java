/**
 * SSH signatures as Git makes them ({@code gpg.format=ssh}), over Ed25519 of the JDK. JGit's own
 * signer reads its key from a file and needs a second cryptography provider, and its verifier does
 * not tell the key; both are why the format, which is short, is written down here. Sources:
 * OpenSSH's PROTOCOL.sshsig and PROTOCOL.key, RFC 4251, RFC 8032, RFC 8709. Invariant: a private
 * key never shows up in a message or a {@code toString} (I13).
 */
package dev.countersign.modelrefs.git.signing;
