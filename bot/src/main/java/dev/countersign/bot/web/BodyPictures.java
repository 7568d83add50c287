package dev.countersign.bot.web;

import dev.countersign.bot.review.Picture;
import dev.countersign.bot.text.LinkTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * The pictures that the bot attached to a merge request, as its Markdown body shows them: so the
 * page shows what was attached when the candidate was judged, and draws nothing anew.
 */
public final class BodyPictures {
  private static final Pattern ATTACHED =
      Pattern.compile("/assets/sha256/[0-9a-f]{64}/[A-Za-z0-9._-]+");

  /** What keeps references in Markdown from working; nothing to see. */
  private static final String BREAK = "\u200b";

  private static final Parser PARSER = Parser.builder().build();
  private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

  private BodyPictures() {}

  /**
   * Every attached picture in order, titled by the bold words before it; pictures from elsewhere
   * are passed over.
   *
   * @param body Markdown; not trusted
   */
  public static List<Picture> in(String body) {
    Collector collector = new Collector();
    PARSER.parse(body).accept(collector);
    return List.copyOf(collector.pictures);
  }

  private static final class Collector extends AbstractVisitor {
    private final List<Picture> pictures = new ArrayList<>();
    private String title = "";

    @Override
    public void visit(StrongEmphasis strong) {
      title = text(strong);
    }

    @Override
    public void visit(Image image) {
      if (ATTACHED.matcher(image.getDestination()).matches()) {
        LinkTarget target = new LinkTarget(image.getDestination());
        pictures.add(new Picture(title, "", text(image), target));
      }
    }

    private static String text(Node node) {
      StringBuilder text = new StringBuilder();
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        text.append(TEXT.render(child));
      }
      return text.toString().replace(BREAK, "");
    }
  }
}
