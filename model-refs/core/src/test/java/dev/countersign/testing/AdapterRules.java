package dev.countersign.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What keeps adapters exchangeable: none knows another, and one place makes them. */
public final class AdapterRules {
  /**
   * Each adapter's package and what is below it. An adapter that stands in two packages has them
   * under one name: the local forge is the branches it keeps and the page it shows.
   */
  private static final Map<Pattern, String> ADAPTERS =
      Map.ofEntries(
          adapter("modelrefs\\.git\\.jgit", "git"),
          adapter("modelrefs\\.store\\.(\\w+)", "store $1"),
          adapter("pipeline\\.yaml", "yaml"),
          adapter("pipeline\\.(local|kubeflow|vertex)", "engine $1"),
          adapter("ci\\.(process|kubernetes|kserve|vertex|cloudrun)", "target $1"),
          adapter("samples\\.\\w+\\.xgboost", "xgboost"),
          adapter("bot\\.plots", "plots"),
          adapter("bot\\.web", "forge local"),
          adapter("bot\\.forge\\.(local|gitlab|github)", "forge $1"),
          adapter("bot\\.chat\\.(slack|teams|googlechat|mattermost|mail|webhook)", "chat $1"));

  private AdapterRules() {}

  /** Rule 4: no adapter imports another. */
  public static void noAdapterImportsAnother(JavaClasses classes) {
    slices()
        .assignedFrom(new ByAdapter())
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true)
        .check(classes);
  }

  /**
   * The implementations of ports are constructed in their own adapter and in one package only.
   *
   * @param factories classes of adapters that make adapters, and so count as one
   */
  public static void adaptersAreMadeInOnePlace(
      JavaClasses classes, String wiring, List<Class<?>> ports, List<Class<?>> factories) {
    noClasses()
        .that()
        .resideOutsideOfPackage(wiring)
        .should()
        .callConstructorWhere(ofAnotherAdapter(ports))
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "of a factory " + factories,
                call -> factories.stream().anyMatch(call.getTargetOwner()::isEquivalentTo)))
        .allowEmptyShould(true)
        .check(classes);
  }

  private static DescribedPredicate<JavaAccess<?>> ofAnotherAdapter(List<Class<?>> ports) {
    return DescribedPredicate.describe(
        "of an adapter of " + ports,
        call -> {
          JavaClass made = call.getTargetOwner();
          Optional<String> adapter = adapterOf(made);
          return adapter.isPresent()
              && ports.stream().anyMatch(made::isAssignableTo)
              && !adapter.equals(adapterOf(call.getOriginOwner()));
        });
  }

  private static Optional<String> adapterOf(JavaClass type) {
    for (Map.Entry<Pattern, String> adapter : ADAPTERS.entrySet()) {
      Matcher matcher = adapter.getKey().matcher(type.getPackageName());
      if (matcher.matches()) {
        return Optional.of(
            matcher.groupCount() > 1
                ? adapter.getValue().replace("$1", matcher.group(1))
                : adapter.getValue());
      }
    }
    return Optional.empty();
  }

  private static Map.Entry<Pattern, String> adapter(String packagePattern, String name) {
    return Map.entry(Pattern.compile("dev\\.countersign\\." + packagePattern + "(\\..*)?"), name);
  }

  private static final class ByAdapter implements SliceAssignment {
    @Override
    public String getDescription() {
      return "adapters";
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return adapterOf(type).map(SliceIdentifier::of).orElseGet(SliceIdentifier::ignore);
    }
  }
}
