package dev.countersign.modelrefs.run;

import dev.countersign.modelrefs.value.Digest;

/**
 * The evaluation rows as the run names them; the bot recomputes the digest from the predictions.
 *
 * @param split how test rows were chosen: {@code row-hash}, {@code time} or a name of the user's
 */
public record ReportedDataset(String name, String split, Digest digest) {}
