package dev.countersign.bot.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.cli.command.KilledCommand;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.local.Decision;
import dev.countersign.bot.wiring.Session;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.git.log.NoticeLog;
import dev.countersign.modelrefs.git.log.NoticeRecord;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code sync} as a real process that is killed while it tells the chat. */
@Timeout(120)
class KilledSyncIT {
  private static final ModelEnvironment LINE = ModelEnvironment.of("m", "production");

  @TempDir private Path folder;
  private SyncBench bench;
  private Path address = Path.of("");

  @BeforeEach
  void approveWithoutAWord() throws IOException {
    bench = new SyncBench(folder, "m");
    address = folder.resolve("chat-address");
    bench
        .scenario()
        .configure(
            yaml ->
                yaml.replace("${env:CHAT_URL}", "${file:" + address + "}")
                    .replace("[{channel: team}]", "[{channel: team, events: [approved]}]"));
    bench.leave("m", 1);
    assertThat(bench.sync("--no-notify").exitCode()).isZero();
    try (Session session = bench.scenario().session()) {
      MergeRequest request = session.forge().of(LINE.branch()).get(0);
      Identity bob = new Identity("bob", Optional.empty());
      session.desk().approve(new Decision(request.number(), request.head(), bob), false);
    }
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  @DisplayName(
      "I11, fault row 64: killed between claiming a message and sending it, it is not sent twice")
  void isNeverToldTwice() throws Exception {
    killWhenItCallsTheChat();
    Files.writeString(address, bench.chat().address().reveal());

    CommandRun next = bench.sync();

    assertThat(next.exitCode()).as(next::toString).isZero();
    assertThat(next.data().has("notifications")).isFalse();
    assertThat(bench.told()).isEmpty();
    assertThat(claims())
        .extracting(NoticeRecord::stage)
        .containsExactly(NoticeRecord.Stage.CLAIMED);
  }

  private void killWhenItCallsTheChat() throws IOException, InterruptedException {
    try (ServerSocket chat = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(address, "http://127.0.0.1:%d/hook".formatted(chat.getLocalPort()));
      Process process = start();
      try (Socket call = chat.accept()) {
        assertThat(call.isConnected()).isTrue();
        process.destroyForcibly();
      }
      assertThat(process.waitFor()).isEqualTo(137);
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledCommand.class.getName(),
                "never",
                "sync",
                "--no-propose",
                "--repository",
                bench.scenario().repository().toString()))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private List<NoticeRecord> claims() {
    try (Session session = bench.scenario().session()) {
      return new NoticeLog(session.git()).records(LINE);
    }
  }
}
