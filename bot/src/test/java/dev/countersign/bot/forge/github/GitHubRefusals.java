package dev.countersign.bot.forge.github;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.countersign.bot.forge.fault.WireFault;

/** How GitHub words that a token may not. */
final class GitHubRefusals implements WireFault.RefusalWords {
  @Override
  public ResponseDefinitionBuilder forbidden(ResponseDefinitionBuilder answer) {
    return answer
        .withHeader("X-Accepted-GitHub-Permissions", "pull_requests=write")
        .withBody("{\"message\":\"Resource not accessible by personal access token\"}");
  }

  @Override
  public String expired() {
    return "{\"message\":\"Bad credentials\"}";
  }
}
