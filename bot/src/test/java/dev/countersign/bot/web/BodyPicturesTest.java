package dev.countersign.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.review.Block;
import dev.countersign.bot.review.Picture;
import dev.countersign.bot.review.Review;
import dev.countersign.bot.review.Section;
import dev.countersign.bot.review.SectionKind;
import dev.countersign.bot.review.Tone;
import dev.countersign.bot.review.markdown.MarkdownRenderer;
import dev.countersign.bot.text.LinkPolicy;
import dev.countersign.bot.text.LinkTarget;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyPicturesTest {
  @Test
  void findsWhatTheReviewShows() {
    List<Picture> pictures =
        List.of(
            picture("Predicted vs. actual", "10,788 rows; R² 0.98 (0.97 to 0.99)", "a"),
            picture("Error by *cut* & <carat>", "@alice, #12: RMSE [USD] by _cut_", "b"));

    assertThat(BodyPictures.in(body(pictures))).isEqualTo(pictures);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "![x](https://evil.example/x.png)",
        "![x](/assets/../merge-requests/1/approve)",
        "![x](/assets/sha256/abc/x.png)",
        "![x](javascript:alert(1))",
        "<img src=\"/assets/sha256/x/x.png\">"
      })
  @DisplayName("I8: pictures from elsewhere are passed over")
  void passesOverWhatWasNotAttached(String body) {
    assertThat(BodyPictures.in(body)).isEmpty();
  }

  private static Picture picture(String title, String alt, String digit) {
    String link = "/assets/sha256/" + digit.repeat(64) + "/plot.png";
    return new Picture(title, "", alt, new LinkTarget(link));
  }

  private static String body(List<Picture> pictures) {
    Section plots = new Section(SectionKind.PLOTS, List.of(new Block.Gallery(pictures)));
    Review review = new Review("Promote", Tone.GOOD, List.of(plots), Optional.empty());
    return new MarkdownRenderer(LinkPolicy.NONE).render(review);
  }
}
