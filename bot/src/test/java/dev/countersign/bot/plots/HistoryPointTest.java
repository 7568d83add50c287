package dev.countersign.bot.plots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.evaluation.BaselineComparison;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.value.Digest;
import org.junit.jupiter.api.Test;

class HistoryPointTest {
  private static final Digest OTHER_ROWS = new Digest("ab".repeat(32));

  @Test
  void showsWhatIsLiveOnTheCandidatesRows_whereTheRowsChanged() {
    Evaluation evaluation = PlotRequests.regression(true, "north").evaluation();
    BaselineComparison live = evaluation.baseline().orElseThrow();
    MetricDelta delta =
        live.metrics().stream().filter(each -> each.slice().isEmpty()).findFirst().orElseThrow();

    HistoryPoint again = HistoryPoint.liveAgain(evaluation, delta.name(), OTHER_ROWS).orElseThrow();

    assertThat(again.value()).isEqualTo(delta.value());
    assertThat(again.dataset()).isEqualTo(evaluation.dataset().digest());
    assertThat(again.isOf(live.version().toString())).isTrue();
    assertThat(again.isAgain()).isTrue();
  }

  @Test
  void addsNothing_whereTheRowsAreTheSame_orNothingIsLive() {
    Evaluation compared = PlotRequests.regression(true, "north").evaluation();
    Evaluation first = PlotRequests.regression(false, "north").evaluation();

    assertThat(HistoryPoint.liveAgain(compared, "rmse", compared.dataset().digest())).isEmpty();
    assertThat(HistoryPoint.liveAgain(first, "rmse", OTHER_ROWS)).isEmpty();
  }

  @Test
  void countsAVersionOnce_thatIsShownTwice() {
    DrawnPlot history =
        EvidencePlots.draw(PlotRequests.regression(true, "north")).stream()
            .filter(plot -> plot.name().equals("history.png"))
            .findFirst()
            .orElseThrow();

    assertThat(history.alt()).contains("over 3 versions, from 3 (0.9.0)", "changed 1 time.");
    assertThat(history.title()).contains("dashed: the evaluation rows changed");
  }
}
