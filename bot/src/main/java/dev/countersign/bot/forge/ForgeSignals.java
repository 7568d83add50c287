package dev.countersign.bot.forge;

import dev.countersign.modelrefs.value.CommitId;
import java.util.List;

/**
 * What a forge shows beside the text of a merge request: whose review is asked for, commit
 * statuses, one comment, deployments. A forge that cannot show these has no signals. Every call
 * looks first, writes only what differs, and may be repeated. Failures of the forge are {@code
 * ACCESS_DENIED}, {@code REMOTE_UNAVAILABLE} or {@code CONFLICT}.
 */
public interface ForgeSignals {
  /**
   * Asks people to review, and assigns the merge request to the first of them. Asks nobody twice,
   * and takes nobody off. A forge whose plan allows one reviewer asks the first one.
   *
   * @return the logins that the forge does not know or that may not review; the rest was asked
   */
  List<String> askForReview(long number, List<String> logins);

  /** Shows a status beside a commit for each name; a status with that name is replaced. */
  void report(CommitId commit, List<CommitStatus> statuses);

  /**
   * Says something that a person must see. There is one comment of the bot per topic; it is edited
   * in place.
   *
   * @param topic a name such as {@code hand-edited}; not shown
   */
  void comment(long number, String topic, String markdown);

  /**
   * Takes back the approvals of earlier heads in the forge's own eyes. A courtesy to the reader: an
   * approval never counts for content that it was not given for.
   */
  void resetApprovals(long number);

  /** Records that a commit's model was deployed, or that deploying it failed. */
  void deployed(ForgeDeployment deployment);
}
