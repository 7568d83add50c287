package dev.countersign.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.ConfigReader;
import dev.countersign.bot.config.NoticeKind;
import dev.countersign.bot.text.LinkPolicy;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is told, how often, and what a channel that misbehaves does to the others. */
class NotificationsTest {
  private static final BotConfig CONFIG =
      ConfigReader.read(
          """
          version: 1
          stores: {default: "file:///srv/models/"}
          models:
            diamonds-price:
              environments:
                staging: {approvals: 0, notify: [{channel: team, events: [run-failed]}]}
                production:
                  approvals: 0
                  notify:
                    - {channel: team, events: [proposed, deployed, run-failed]}
                    - {channel: audit}
          chat:
            team: {kind: mattermost, url: "${env:TEAM}"}
            audit: {kind: mattermost, url: "${env:AUDIT}"}
          """
              .getBytes(StandardCharsets.UTF_8),
          "countersign.yaml");

  private final SharedClaims claims = new SharedClaims();
  private final List<Post> team = Collections.synchronizedList(new ArrayList<>());
  private final List<Post> audit = Collections.synchronizedList(new ArrayList<>());

  @Test
  void tellsThoseWhoAskedForTheEvent() {
    List<NoticeReport> reports =
        notifications().tell(List.of(ChatFixtures.proposed(), ChatFixtures.blocked()));

    assertThat(team).extracting(post -> post.event().kind()).containsExactly(NoticeKind.PROPOSED);
    assertThat(audit)
        .extracting(post -> post.event().kind())
        .containsExactly(NoticeKind.PROPOSED, NoticeKind.BLOCKED);
    assertThat(reports).hasSize(3).allMatch(report -> report.delivery() instanceof Delivery.Sent);
    assertThat(audit).extracting(Post::id).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("I11: the same event is told once, whoever tells it again")
  void tellsOnce() {
    notifications().tell(List.of(ChatFixtures.proposed()));

    assertThat(notifications().tell(List.of(ChatFixtures.proposed()))).isEmpty();
    assertThat(team).hasSize(1);
  }

  @Test
  @DisplayName("Fault row 64: who is killed after the claim sends nothing later, and nobody else")
  void isNotToldAgain_whenTheSenderDied() {
    Notifications killed =
        notifications(
            Map.of(
                "team",
                post -> {
                  throw new IllegalStateException("killed");
                }));

    List<NoticeReport> reports = killed.tell(List.of(ChatFixtures.deployed()));

    assertThat(reports.get(0).delivery()).isInstanceOf(Delivery.Failed.class);
    assertThat(notifications().tell(List.of(ChatFixtures.deployed()))).isEmpty();
    assertThat(team).isEmpty();
  }

  @Test
  @DisplayName("I11: a channel that hangs is given up, and delays no other")
  void givesUpOnAChannelThatHangs() {
    CountDownLatch never = new CountDownLatch(1);
    Notifications hanging =
        notifications(
            Map.of(
                "team",
                post -> {
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return new Delivery.Sent(Optional.empty());
                }));

    List<NoticeReport> reports = hanging.tell(List.of(ChatFixtures.deployed()));

    assertThat(reports.get(0).delivery())
        .isEqualTo(
            new Delivery.Failed("no answer within 500 ms; it may have arrived all the same"));
    assertThat(audit).hasSize(1);
  }

  @Test
  @DisplayName("I11: what cannot be claimed is not sent")
  void sendsNothingItCouldNotClaim() {
    NoticeClaims broken =
        new NoticeClaims() {
          @Override
          public boolean claim(Claim claim) {
            throw new CountersignException(ErrorCode.CONFLICT, "the branch is protected");
          }

          @Override
          public void sent(Claim claim, String message, Instant at) {
            throw new IllegalStateException("nothing was sent");
          }

          @Override
          public Optional<String> firstMessage(
              ModelEnvironment line, String channel, String thread) {
            return Optional.empty();
          }
        };

    List<NoticeReport> reports =
        notifications(broken, Map.of()).tell(List.of(ChatFixtures.deployed()));

    assertThat(reports)
        .extracting(NoticeReport::delivery)
        .containsOnly(new Delivery.Failed("the branch is protected"));
    assertThat(team).isEmpty();
  }

  @Test
  void aChannelWithoutItsSecretIsNotClaimed_soThatSomebodyElseCanTellIt() {
    Notifications without =
        new Notifications(
            new Notifications.Tools(
                CONFIG,
                name -> {
                  throw new CountersignException(
                      ErrorCode.CONFIGURATION_INVALID, "the secret \"${env:TEAM}\" is not set");
                },
                claims,
                Clock.fixed(ChatFixtures.NOON, ZoneOffset.UTC)),
            new CardComposer(LinkPolicy.NONE),
            Duration.ofMillis(500));

    assertThat(without.tell(List.of(ChatFixtures.deployed())))
        .extracting(NoticeReport::delivery)
        .containsOnly(new Delivery.Failed("the secret \"${env:TEAM}\" is not set"));
    assertThat(claims.count()).isZero();
    assertThat(notifications().tell(List.of(ChatFixtures.deployed()))).hasSize(2);
  }

  @Test
  void laterMessagesKnowTheFirst_andACandidateReplacesIt() {
    Notifier naming =
        post -> {
          team.add(post);
          return new Delivery.Sent(Optional.of("ts-" + team.size()));
        };
    Notifications notifications = notifications(Map.of("team", naming));

    notifications.tell(List.of(ChatFixtures.deployed()));
    notifications.tell(List.of(ChatFixtures.proposed()));

    assertThat(team).extracting(Post::first).containsExactly(Optional.empty(), Optional.of("ts-1"));
    assertThat(team).extracting(Post::replacesFirst).containsExactly(false, true);
  }

  @Test
  void aFailedRunIsToldOnceToAChannelOfTwoEnvironments() {
    RunLink run = new RunLink("run-1", Optional.empty());
    List<ChatEvent> events =
        CONFIG.lines().stream()
            .map(line -> (ChatEvent) new ChatEvent.RunFailed(line, run, "out of memory"))
            .toList();

    notifications().tell(events);

    assertThat(team).hasSize(1);
    assertThat(audit).hasSize(1);
  }

  private Notifications notifications() {
    return notifications(Map.of());
  }

  private Notifications notifications(Map<String, Notifier> others) {
    return notifications(claims, others);
  }

  private Notifications notifications(NoticeClaims shared, Map<String, Notifier> others) {
    return new Notifications(
        new Notifications.Tools(
            CONFIG,
            name -> others.getOrDefault(name, recording(name.equals("team") ? team : audit)),
            shared,
            Clock.fixed(ChatFixtures.NOON, ZoneOffset.UTC)),
        new CardComposer(LinkPolicy.NONE),
        Duration.ofMillis(500));
  }

  private static Notifier recording(List<Post> posts) {
    return post -> {
      posts.add(post);
      return new Delivery.Sent(Optional.empty());
    };
  }
}
