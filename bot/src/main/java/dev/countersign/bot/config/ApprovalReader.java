package dev.countersign.bot.config;

import static dev.countersign.modelrefs.json.Decoders.integer;
import static dev.countersign.modelrefs.json.Decoders.list;
import static dev.countersign.modelrefs.json.Decoders.map;
import static dev.countersign.modelrefs.json.Decoders.oneOf;
import static dev.countersign.modelrefs.json.Decoders.parsed;

import dev.countersign.ci.promotion.ApprovalForm;
import dev.countersign.ci.promotion.ApproverGroup;
import dev.countersign.ci.promotion.RequiredApprovals;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.JsonValue;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.json.Suggestion;
import dev.countersign.modelrefs.value.WireName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads {@code approvers}, {@code approvals} and {@code approveBy}. Approvers are one list, or
 * several lists with names; approvals are one number, or one for each name and a {@code total}.
 */
final class ApprovalReader {
  private static final String TOTAL = "total";
  private static final String ALL = "approvers";
  private static final Pattern MEMBER = Pattern.compile("[^\\s/]+(/[^\\s/]+)*/?");
  private static final Pattern GROUP = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final int MOST = 20;

  private final ObjectReader in;
  private final Supplier<Map<String, List<String>>> approvers;
  private final Supplier<Optional<Map<String, Long>>> numbers;
  private final Supplier<ApprovalForm> form;

  /** Asks for the keys. */
  ApprovalReader(ObjectReader in) {
    this.in = in;
    this.approvers = in.withDefault(ALL, ApprovalReader::groups, Map.of(ALL, List.of()));
    this.numbers = in.optional("approvals", ApprovalReader::numbers);
    this.form =
        in.withDefault(
            "approveBy", oneOf(ApprovalForm.class, WireName::hyphenated), ApprovalForm.ANY);
  }

  /** What the keys say together; notes what does not fit as problems, and then is of no use. */
  RequiredApprovals read() {
    Map<String, Long> asked = numbers.get().orElse(Map.of(TOTAL, 1L));
    List<ApproverGroup> groups = new ArrayList<>();
    approvers
        .get()
        .forEach(
            (name, members) ->
                groups.add(
                    ApproverGroup.of(name, asked.getOrDefault(name, 0L).intValue(), members)));
    checkNames(asked);
    int ofGroups = groups.stream().mapToInt(ApproverGroup::required).sum();
    int total = asked.getOrDefault(TOTAL, (long) ofGroups).intValue();
    if (total < ofGroups) {
      in.problem(
          "\"total\" asks for %d approvals, fewer than the %d of the groups"
              .formatted(total, ofGroups));
    }
    groups.forEach(group -> checkPeople(group.required(), List.of(group)));
    checkPeople(total, groups);
    return new RequiredApprovals(Math.max(total, ofGroups), groups, form.get());
  }

  private void checkNames(Map<String, Long> asked) {
    List<String> names =
        approvers.get().keySet().stream().filter(name -> !name.equals(ALL)).toList();
    asked.keySet().stream()
        .filter(name -> !name.equals(TOTAL) && !names.contains(name))
        .forEach(
            name ->
                in.problem(
                    "approvals of \"%s\" are asked for, which is not a name under \"approvers\"%s"
                        .formatted(name, Suggestion.of(name, names))));
  }

  /** How many people a group of the forge has, nobody knows before it is asked. */
  private void checkPeople(int required, List<ApproverGroup> groups) {
    boolean countable = groups.stream().allMatch(group -> group.forgeGroups().isEmpty());
    long people = groups.stream().flatMap(group -> group.logins().stream()).distinct().count();
    if (countable && required > people) {
      in.problem(
          "%d approvals are required but only %d approvers are named".formatted(required, people)
              + (groups.size() == 1 && !groups.get(0).name().equals(ALL)
                  ? " under \"" + groups.get(0).name() + "\""
                  : ""));
    }
  }

  private static Map<String, List<String>> groups(JsonValue value) {
    Decoder<List<String>> members = list(parsed(ApprovalReader::member));
    if (value.node().isArray()) {
      return Map.of(ALL, members.decode(value));
    }
    Map<String, List<String>> groups = map(members).decode(value);
    for (String name : groups.keySet()) {
      if (!GROUP.matcher(name).matches() || name.equals(TOTAL) || name.equals(ALL)) {
        throw value.stop("\"" + name + "\" is not a name for a group of approvers");
      }
    }
    return groups;
  }

  private static Map<String, Long> numbers(JsonValue value) {
    return value.node().isObject()
        ? map(integer(0, MOST)).decode(value)
        : Map.of(TOTAL, integer(0, MOST).decode(value));
  }

  private static String member(String text) {
    if (!MEMBER.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is neither a login nor a group of the forge such as acme/risk".formatted(text));
    }
    return text;
  }
}
