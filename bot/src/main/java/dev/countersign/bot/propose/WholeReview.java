package dev.countersign.bot.propose;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.bot.forge.Forge;
import dev.countersign.bot.review.Pictures;
import dev.countersign.bot.review.Review;
import dev.countersign.bot.review.ReviewInput;
import dev.countersign.bot.review.html.HtmlRenderer;
import dev.countersign.bot.review.markdown.MarkdownRenderer;
import dev.countersign.bot.text.LinkPolicy;
import dev.countersign.bot.text.LinkTarget;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The review that a merge request's text has no room for, kept where the forge keeps its pictures:
 * as private as the repository, on no other host.
 *
 * @param pictures the review's, before they have a place
 * @param input what the review is made from, whatever its pictures
 */
record WholeReview(ReviewPictures pictures, Function<Pictures, ReviewInput> input) {
  /** Keeps it; empty where the forge has no place for it. A function of the review. */
  Optional<LinkTarget> keep(Forge forge, String folder) {
    Review page = Review.of(input.apply(pictures.embedded()));
    Review document = Review.of(input.apply(pictures.besideDocument()));
    Attachment attachment =
        Attachment.document(
            new ArtifactPath(folder + "review"),
            new HtmlRenderer(LinkPolicy.NONE).page(page),
            new MarkdownRenderer(LinkPolicy.NONE).document(document),
            pictures.attachments(folder));
    return forge.attach(List.of(attachment)).stream().findFirst().flatMap(LinkTarget::own);
  }
}
