package dev.countersign.bot.demo;

import java.nio.file.Path;

/**
 * Where the demo keeps its things; all of it is below one folder and can be deleted.
 *
 * @param root the folder
 */
record DemoFiles(Path root) {
  DemoFiles {
    root = root.toAbsolutePath().normalize();
  }

  Path repository() {
    return root.resolve("repository.git");
  }

  Path store() {
    return root.resolve("store");
  }

  Path key() {
    return root.resolve("bot-key");
  }

  Path target() {
    return root.resolve("target-app");
  }

  Path run(String name) {
    return root.resolve("runs").resolve(name);
  }

  Path baselines(String name) {
    return root.resolve("baselines").resolve(name);
  }
}
