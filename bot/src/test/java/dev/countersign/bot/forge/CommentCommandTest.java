package dev.countersign.bot.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.CommentCommand.Approve;
import dev.countersign.bot.forge.CommentCommand.Waive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentCommandTest {
  @Test
  void readsEveryCommand_inOrder() {
    assertThat(
            CommentCommand.in(
                """
                Looked at it with Bob.
                /countersign waive rmse-superior  the new slice explains it
                  /countersign approve sha256:0123ABCD
                /countersign approve 0123abcdef\r
                """))
        .containsExactly(
            new Waive("rmse-superior", "the new slice explains it"),
            new Approve("0123abcd"),
            new Approve("0123abcdef"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "please /countersign approve 0123abcd",
        "> /countersign approve 0123abcd",
        "    /countersign approve 0123abcd",
        "\t/countersign approve 0123abcd",
        "```\n/countersign approve 0123abcd\n```",
        "~~~~ sh\n/countersign approve 0123abcd\n~~~~",
        "````\n```\n/countersign approve 0123abcd\n````",
        "`/countersign approve 0123abcd`",
        "/countersign approve",
        "/countersign approve 0123abc",
        "/countersign approve 0123abcd and more",
        "/countersign approve latest",
        "/countersign waive rmse-superior",
        "/countersign waive RMSE* because",
        "/countersigned waive x because",
        "/Countersign waive x because",
        "&#47;countersign approve 0123abcd"
      })
  @DisplayName("I7: talk about a command is no command")
  void findsNone(String comment) {
    assertThat(CommentCommand.in(comment)).isEmpty();
  }

  @Test
  void readsOn_behindAFence() {
    assertThat(CommentCommand.in("```\nx\n```\n/countersign approve 0123abcd"))
        .containsExactly(new Approve("0123abcd"));
  }
}
