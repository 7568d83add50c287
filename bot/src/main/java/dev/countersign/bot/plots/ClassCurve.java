package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evidence.curve.ClassifierCurves;
import dev.countersign.modelrefs.evidence.curve.Point;
import dev.countersign.modelrefs.evidence.metric.BinaryScores;
import java.util.List;
import java.util.function.Function;

/** A curve of one class against all others, with the area under it. */
record ClassCurve(List<Point> points, double area) {
  private static final int MOST_POINTS = 400;

  /** False-positive rate against true-positive rate; empty without rows of the class. */
  static ClassCurve roc(BinaryScores scores) {
    return of(scores, curves -> curves.roc(MOST_POINTS));
  }

  /** Recall against precision; empty without rows of the class. */
  static ClassCurve precisionRecall(BinaryScores scores) {
    return of(scores, curves -> curves.precisionRecall(MOST_POINTS));
  }

  private static ClassCurve of(
      BinaryScores scores, Function<ClassifierCurves, List<Point>> curveOf) {
    List<Point> points = curveOf.apply(ClassifierCurves.of(scores));
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      double height = (points.get(i).y() + points.get(i - 1).y()) / 2;
      area += (points.get(i).x() - points.get(i - 1).x()) * height;
    }
    return new ClassCurve(points, area);
  }

  double[] x() {
    return points.stream().mapToDouble(Point::x).toArray();
  }

  double[] y() {
    return points.stream().mapToDouble(Point::y).toArray();
  }
}
