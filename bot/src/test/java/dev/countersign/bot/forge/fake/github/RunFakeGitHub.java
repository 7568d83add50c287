package dev.countersign.bot.forge.fake.github;

import dev.countersign.bot.forge.fake.BareRepository;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts a fake GitHub to try things by hand; see the README beside this package. */
public final class RunFakeGitHub {
  private RunFakeGitHub() {}

  /**
   * Runs until it is interrupted.
   *
   * @param args a port, and a folder with a bare repository or for a new one
   */
  public static void main(String[] args) throws InterruptedException {
    int port = Integer.parseInt(args[0]);
    Path folder = Path.of(args[1]);
    if (!Files.exists(folder.resolve("HEAD"))) {
      BareRepository.create(folder);
    }
    try (FakeGitHub gitHub = FakeGitHub.start(folder, GitHubSettings.current().onPort(port))) {
      System.out.println("API         " + gitHub.apiUrl());
      System.out.println("Git         " + gitHub.gitUrl());
      System.out.println("repository  " + gitHub.fullName());
      System.out.println("bot token   " + gitHub.botToken() + " (" + gitHub.botLogin() + ")");
      System.out.println("deploy      " + gitHub.deployToken());
      System.out.println("read only   " + gitHub.readOnlyToken());
      System.out.println("a person    " + gitHub.tokenOf("alice") + " (alice, bob, carol, dave)");
      Thread.currentThread().join();
    }
  }
}
