package dev.countersign.bot.forge.fake.gitlab;

import dev.countersign.bot.forge.fake.BareRepository;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts a fake GitLab to try things by hand; see the README beside this package. */
public final class RunFakeGitLab {
  private RunFakeGitLab() {}

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
    try (FakeGitLab gitLab = FakeGitLab.start(folder, GitLabSettings.current().onPort(port))) {
      System.out.println("API         " + gitLab.baseUrl() + "/api/v4");
      System.out.println("Git         " + gitLab.gitUrl());
      System.out.println("project     " + gitLab.projectPath());
      System.out.println("bot token   " + gitLab.botToken() + " (" + gitLab.botLogin() + ")");
      System.out.println("deploy      " + gitLab.deployToken());
      System.out.println("read only   " + gitLab.readOnlyToken());
      System.out.println("a person    " + gitLab.tokenOf("alice") + " (alice, bob, carol, dave)");
      Thread.currentThread().join();
    }
  }
}
