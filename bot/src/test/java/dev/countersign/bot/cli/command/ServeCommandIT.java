package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandLineApp;
import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.cli.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve}: the page is there until it is interrupted. */
@Timeout(60)
class ServeCommandIT {
  private static final Pattern PAGE = Pattern.compile("the page is at (\\S+)");

  @TempDir private Path folder;
  private CommandBench bench;

  @BeforeEach
  void makeBench() throws IOException {
    bench = new CommandBench(folder);
    bench.propose(1);
  }

  @Test
  void showsTheMergeRequests_untilItIsInterrupted() throws Exception {
    PipedReader told = new PipedReader(1 << 16);
    Console console =
        new Console(
            Reader.nullReader(),
            new PrintWriter(new StringWriter()),
            new PrintWriter(new PipedWriter(told), true),
            Map.of());
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<Integer> exitCode =
        thread.submit(
            () ->
                new CommandLineApp(console)
                    .run(
                        Commands.all(),
                        "serve",
                        "--port",
                        "0",
                        "--as",
                        "bob",
                        "--repository",
                        bench.scenario().repository().toString()));
    try {
      Matcher page = PAGE.matcher(new BufferedReader(told).readLine());
      assertThat(page.find()).isTrue();
      assertThat(get(page.group(1))).contains("m/production");
    } finally {
      thread.shutdownNow();
    }
    assertThat(exitCode.get(30, TimeUnit.SECONDS)).isEqualTo(130);
  }

  @Test
  void saysThatThePortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      CommandRun run = bench.json("serve", "--port", port, "--as", "bob");

      assertThat(run.exitCode()).as(run::toString).isEqualTo(7);
      assertThat(run.err()).contains(port, "name another one");
    }
  }

  @Test
  void wantsARepository_andANumber() {
    assertThat(CommandRun.of("serve").err()).contains("give --repository PATH");
    assertThat(bench.run("serve", "--port", "web").err()).contains("--port", "web");
  }

  private static String get(String page) throws IOException, InterruptedException {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build()
        .send(
            HttpRequest.newBuilder(URI.create(page)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
