package dev.countersign.ci.process;

/** How far {@link ProcessTarget#apply} has come; each is told when its effect is there. */
public enum ProcessStep {
  /** The front runs and answers. */
  FRONT_RUNNING,
  /** The new app was started beside the one that serves. */
  APP_STARTED,
  /** The new app is ready and reports the expected digest. */
  APP_READY,
  /** The new app gets the requests; the one before is stopped. */
  SWITCHED
}
