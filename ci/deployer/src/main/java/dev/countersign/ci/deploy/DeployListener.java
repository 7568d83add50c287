package dev.countersign.ci.deploy;

/** Told of each step as it begins and ends, to show progress. Must not throw. */
public interface DeployListener {
  /** A listener that does nothing. */
  DeployListener SILENT =
      new DeployListener() {
        @Override
        public void before(DeployStep step, LineTarget place) {}

        @Override
        public void after(DeployStep step, LineTarget place) {}
      };

  /** A step begins. */
  void before(DeployStep step, LineTarget place);

  /** A step ended, whatever came of it. */
  void after(DeployStep step, LineTarget place);
}
