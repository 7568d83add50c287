package dev.countersign.modelrefs.git.jgit;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps JGit to the repository: no configuration of the user or the machine is read, which could
 * send tokens elsewhere or name programs to run; none is written into the home folder; and no
 * {@code git} is started to find out where the machine's configuration is.
 */
final class IsolatedSystem extends SystemReader.Delegate {
  private IsolatedSystem(SystemReader system) {
    super(system);
  }

  /** For all of JGit in this process; may be repeated. */
  static void install() {
    if (!(SystemReader.getInstance() instanceof IsolatedSystem)) {
      SystemReader.setInstance(new IsolatedSystem(SystemReader.getInstance()));
    }
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  /** A configuration that has no file. */
  private static final class Nothing extends FileBasedConfig {
    Nothing(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {
      // There is nothing to load.
    }

    @Override
    public void save() {
      // What JGit finds out about the file system lasts as long as the process.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
