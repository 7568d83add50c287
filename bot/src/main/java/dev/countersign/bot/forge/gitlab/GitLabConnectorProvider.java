package dev.countersign.bot.forge.gitlab;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.core.Configuration;
import java.util.Map;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.client.spi.Connector;
import org.glassfish.jersey.client.spi.ConnectorProvider;

/**
 * Hands the SDK's HTTP library the connector that stands among its own properties. The library
 * wants the name of a public class that it can make itself.
 */
public final class GitLabConnectorProvider implements ConnectorProvider {
  private static final String CONNECTOR = GitLabConnectorProvider.class.getName() + ".connector";

  /** Properties for the SDK, with which it uses a connector. */
  static Map<String, Object> properties(Connector connector) {
    return Map.of(
        ClientProperties.CONNECTOR_PROVIDER,
        GitLabConnectorProvider.class.getName(),
        CONNECTOR,
        connector);
  }

  @Override
  public Connector getConnector(Client client, Configuration configuration) {
    return (Connector) configuration.getProperty(CONNECTOR);
  }
}
