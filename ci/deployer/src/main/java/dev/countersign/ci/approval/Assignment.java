package dev.countersign.ci.approval;

import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.ApproverGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts each person for one group, so that as many of the places that the groups ask for as
 * possible are taken: a maximum matching of people and places, by augmenting paths.
 *
 * @see <a href="https://doi.org/10.1002/nav.3800020109">H. W. Kuhn, The Hungarian method for the
 *     assignment problem, 1955</a>
 */
final class Assignment {
  private static final int FREE = -1;

  private final List<Approval> people;
  private final List<ApproverGroup> places = new ArrayList<>();
  private final int[] taken;

  private Assignment(List<ApproverGroup> groups, List<Approval> people) {
    this.people = people;
    for (ApproverGroup group : groups) {
      for (int place = 0; place < group.required(); place++) {
        places.add(group);
      }
    }
    this.taken = new int[places.size()];
    Arrays.fill(taken, FREE);
  }

  /**
   * How many people each group lacks, by its name, in the order of the groups; those that lack
   * nobody are left out.
   *
   * @param people one approval of each person
   */
  static Map<String, Integer> shortfalls(List<ApproverGroup> groups, List<Approval> people) {
    Assignment assignment = new Assignment(groups, people);
    for (int person = 0; person < people.size(); person++) {
      assignment.place(person, new BitSet());
    }
    return assignment.free();
  }

  /** Finds a place, if need be one that another person can leave for another one. */
  private boolean place(int person, BitSet tried) {
    for (int place = 0; place < taken.length; place++) {
      if (!tried.get(place) && places.get(place).names(people.get(person).by().login())) {
        tried.set(place);
        if (taken[place] == FREE || place(taken[place], tried)) {
          taken[place] = person;
          return true;
        }
      }
    }
    return false;
  }

  private Map<String, Integer> free() {
    Map<String, Integer> free = new LinkedHashMap<>();
    for (int place = 0; place < taken.length; place++) {
      if (taken[place] == FREE) {
        free.merge(places.get(place).name(), 1, Integer::sum);
      }
    }
    return free;
  }
}
