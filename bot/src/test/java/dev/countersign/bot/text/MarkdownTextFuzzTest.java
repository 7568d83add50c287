package dev.countersign.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.fuzz.FuzzContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.DisplayName;

@DisplayName("I8: any text in Markdown is shown as it is, and does nothing")
class MarkdownTextFuzzTest extends FuzzContract {
  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(),
          AutolinkExtension.builder().linkTypes(AutolinkType.URL, AutolinkType.WWW).build());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final String REFERENCE =
      "[@#!~%&^$][\\p{L}\\p{N}_]|GH-[0-9]|://|(?i:www\\.)|(?<![0-9A-Za-z])[0-9a-f]{7,40}(?![0-9A-Za-z])";

  /** Nothing else may come out of a text: no link, picture, HTML, emphasis, list or heading. */
  private static final Set<Class<?>> PLAIN =
      Set.of(
          Document.class,
          Paragraph.class,
          Text.class,
          TableBlock.class,
          TableHead.class,
          TableBody.class,
          TableRow.class,
          TableCell.class);

  @Override
  protected List<byte[]> seeds() {
    return FuzzText.seeds();
  }

  @Override
  protected List<String> words() {
    return FuzzText.WORDS;
  }

  @Override
  protected int mutations() {
    return 600;
  }

  @Override
  protected void check(byte[] input) {
    String text = FuzzText.of(input);
    String plain = PlainText.of(text);
    String inline = MarkdownText.inline(text);

    assertThat(inline)
        .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\u2028\u2029]")
        .doesNotStartWith("/");
    assertThat(shown(inline)).doesNotContainPattern(REFERENCE);
    assertThat(seen(inline)).isEqualTo(plain);
    assertThat(seen("a\n" + inline)).isEqualTo("a" + plain);
    staysInItsCell(text, plain);
    staysInCode(text, plain);
  }

  private static void staysInItsCell(String text, String plain) {
    String table =
        "| a | b |\n| - | - |\n| %s | %s |\n| x | y |\n"
            .formatted(MarkdownText.cell(text), MarkdownText.cell(text));
    assertThat(seen(table)).isEqualTo("ab" + plain + plain + "xy");
    assertThat(all(PARSER.parse(table), TableCell.class)).hasSize(6);
  }

  private static void staysInCode(String text, String plain) {
    String code = MarkdownText.code(text);
    String row = "| a | b |\n| - | - |\n| %s | y |\n".formatted(code);
    assertThat(all(PARSER.parse(row), TableCell.class)).hasSize(4);
    assertThat(all(PARSER.parse("is " + code), Code.class)).hasSize(plain.isEmpty() ? 0 : 1);
    Node block = PARSER.parse(MarkdownText.codeBlock(List.of(text, "last")) + "\n\nafter");
    assertThat(block.getFirstChild()).isInstanceOf(FencedCodeBlock.class);
    assertThat(block.getFirstChild().getNext()).isInstanceOf(Paragraph.class);
    assertThat(block.getFirstChild().getNext().getNext()).isNull();
  }

  /** What a reader sees: the mark that parts a sign from what follows is not seen. */
  private static String seen(String markdown) {
    return shown(markdown).replace("\u200B", "");
  }

  private static String shown(String markdown) {
    StringBuilder shown = new StringBuilder();
    for (Node node : all(PARSER.parse(markdown), Node.class)) {
      if (node instanceof Text text) {
        shown.append(text.getLiteral());
      } else if (!(node instanceof org.commonmark.node.SoftLineBreak)) {
        assertThat(PLAIN).contains(node.getClass());
      }
    }
    return shown.toString();
  }

  private static <T extends Node> List<T> all(Node root, Class<T> kind) {
    List<T> found = new ArrayList<>();
    if (kind.isInstance(root)) {
      found.add(kind.cast(root));
    }
    for (Node child = root.getFirstChild(); child != null; child = child.getNext()) {
      found.addAll(all(child, kind));
    }
    return found;
  }
}
