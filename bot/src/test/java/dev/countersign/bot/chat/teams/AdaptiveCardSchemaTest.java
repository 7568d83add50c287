package dev.countersign.bot.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.ChatFixtures;
import dev.countersign.modelrefs.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cards against Microsoft's own schema, which is not kept here: {@code
 * -Dadaptivecards.schema=adaptive-card.json} with {@code schemas/1.5.0/adaptive-card.json} of the
 * repository microsoft/AdaptiveCards.
 */
@EnabledIfSystemProperty(
    named = "adaptivecards.schema",
    matches = ".+",
    disabledReason = "needs Microsoft's schema: -Dadaptivecards.schema=FILE")
class AdaptiveCardSchemaTest {
  @ParameterizedTest
  @MethodSource("dev.countersign.bot.chat.ChatFixtures#events")
  void everyCardIsValid(ChatEvent event) throws IOException {
    assertThat(schema().validate(AdaptiveCard.render(ChatFixtures.card(event)))).isEmpty();
  }

  @Test
  void aCardThatIsNotOneIsSeen() throws IOException {
    ObjectNode card = AdaptiveCard.render(ChatFixtures.card(ChatFixtures.deployed()));
    card.put("colour", "green");

    assertThat(schema().validate(card)).isNotEmpty();
  }

  /** It names draft 6, but has the key {@code id} of draft 4. */
  private static JsonSchema schema() throws IOException {
    byte[] file = Files.readAllBytes(Path.of(System.getProperty("adaptivecards.schema")));
    ObjectNode schema = (ObjectNode) StrictJson.read(file, "schema");
    return JsonSchemaFactory.getInstance(VersionFlag.V6)
        .getSchema(schema.without(List.of("$schema", "id")));
  }
}
