package dev.countersign.ci.deploy;

import dev.countersign.ci.testing.PromotionFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every test of deployments begins with: an empty repository, and targets in memory. */
public abstract class DeployBench {
  /** Deploys to targets in memory. */
  protected DeployFixture fixture;

  /** Proposes and merges. */
  protected PromotionFixture promotions;

  @BeforeEach
  final void open(@TempDir Path folder) {
    fixture = new DeployFixture(folder);
    promotions = fixture.promotions();
  }

  @AfterEach
  final void close() {
    fixture.close();
  }
}
