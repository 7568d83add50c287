package dev.countersign.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules that every module's architecture test applies to its own classes. */
public final class ArchitectureRules {
  /** Each vendor's root package, and the one package of Countersign that may import it. */
  private static final Map<String, String> ADAPTERS =
      Map.ofEntries(
          Map.entry("org.eclipse.jgit..", "dev.countersign.modelrefs.git.jgit.."),
          Map.entry("org.erdtman..", "dev.countersign.modelrefs.json.."),
          Map.entry("org.apache.commons.rng..", "dev.countersign.modelrefs.evidence.."),
          Map.entry("org.apache.commons.statistics..", "dev.countersign.modelrefs.evidence.."),
          Map.entry("de.siegmar.fastcsv..", "dev.countersign..csv.."),
          Map.entry("org.yaml.snakeyaml..", "dev.countersign.pipeline.yaml.."),
          Map.entry("com.fasterxml.jackson.dataformat..", "dev.countersign.pipeline.yaml.."),
          Map.entry("org.eclipse.jetty..", "dev.countersign.ci.process.front.."),
          Map.entry("ml.dmlc..", "dev.countersign.samples..xgboost.."),
          Map.entry("org.knowm.xchart..", "dev.countersign.bot.plots.."),
          Map.entry("org.commonmark..", "dev.countersign.bot.web.."),
          Map.entry("com.github.difflib..", "dev.countersign.bot.diff.."),
          Map.entry("org.kohsuke..", "dev.countersign.bot.forge.github.."),
          Map.entry("io.javalin..", "dev.countersign.bot.web.."),
          Map.entry("org.jose4j..", "dev.countersign.bot.identity.oidc.."),
          Map.entry("org.gitlab4j..", "dev.countersign.bot.forge.gitlab.."),
          Map.entry("org.glassfish..", "dev.countersign.bot.forge.gitlab.."),
          Map.entry("jakarta.ws.rs..", "dev.countersign.bot.forge.gitlab.."),
          Map.entry("com.slack..", "dev.countersign.bot.chat.slack.."),
          Map.entry("okhttp3..", "dev.countersign.bot.chat.slack.."),
          Map.entry("jakarta.mail..", "dev.countersign.bot.chat.mail.."),
          Map.entry("picocli..", "dev.countersign..cli.."));

  private ArchitectureRules() {}

  /** The main classes below a package. */
  public static JavaClasses mainClassesOf(String rootPackage) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(rootPackage);
  }

  /** Rule 1: packages form no cycles. */
  public static void noPackageCycles(JavaClasses classes, String rootPackage) {
    slices()
        .matching(rootPackage + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(classes);
  }

  /** Rule 2: domain packages touch no I/O, no process and no clock but as an argument. */
  public static void domainIsPure(JavaClasses classes, String... domainPackages) {
    requireClassesIn(classes, domainPackages);
    noClasses()
        .that()
        .resideInAnyPackage(domainPackages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio.file..", "java.net.http..", "java.sql..")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Process.class)
        .allowEmptyShould(true)
        .check(classes);
  }

  /** Rule 3: each vendor SDK is imported in one adapter package. */
  public static void vendorsStayInTheirAdapter(JavaClasses classes) {
    ADAPTERS.forEach(
        (vendor, adapter) ->
            noClasses()
                .that()
                .resideOutsideOfPackage(adapter)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(vendor)
                .allowEmptyShould(true)
                .check(classes));
  }

  /** Rule 6: only the command line ends the process, prints, or reads the environment. */
  public static void onlyCliTouchesTheProcess(JavaClasses classes, String... mainPackages) {
    requireClassesIn(classes, mainPackages);
    nothingTouchesTheProcess(
        classes.that(JavaClass.Predicates.resideOutsideOfPackages(mainPackages)));
  }

  /** Rule 6, for a module without a command line. */
  public static void nothingTouchesTheProcess(JavaClasses classes) {
    noClasses()
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .allowEmptyShould(true)
        .check(classes);
  }

  /** Rules 7 and 8: a port mentions only JDK and own types, and has at most six methods. */
  public static void portsAreSmallAndPlain(JavaClasses classes, List<Class<?>> ports) {
    for (Class<?> port : ports) {
      long own =
          java.util.Arrays.stream(port.getDeclaredMethods())
              .filter(method -> !method.isSynthetic() && !method.getName().equals("close"))
              .count();
      if (own > 6) {
        throw new AssertionError(port.getName() + " has " + own + " methods; a port has at most 6");
      }
      methods()
          .that()
          .areDeclaredIn(port)
          .should(mentionOnlyPlainTypes())
          .allowEmptyShould(true)
          .check(classes);
    }
  }

  /** A rule about a package that there is not would hold for ever. */
  private static void requireClassesIn(JavaClasses classes, String... packages) {
    for (String each : packages) {
      if (classes.that(JavaClass.Predicates.resideInAPackage(each)).isEmpty()) {
        throw new AssertionError("there is no class in \"" + each + "\", so no rule about it");
      }
    }
  }

  private static ArchCondition<JavaMethod> mentionOnlyPlainTypes() {
    DescribedPredicate<JavaClass> plain =
        DescribedPredicate.describe(
            "JDK or dev.countersign types",
            type ->
                type.isPrimitive()
                    || type.getName().startsWith("java.")
                    || type.getName().startsWith("dev.countersign."));
    return new ArchCondition<>("mention only JDK and dev.countersign types") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        if (!mentioned(method).map(JavaClass::getBaseComponentType).allMatch(plain)) {
          events.add(SimpleConditionEvent.violated(method, method.getFullName()));
        }
      }
    };
  }

  /** Every type in a method's head, what generics and arrays are made of included. */
  private static Stream<JavaClass> mentioned(JavaMethod method) {
    Stream<JavaType> types =
        Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream());
    return Stream.concat(
        types.flatMap(type -> type.getAllInvolvedRawTypes().stream()),
        method.getExceptionTypes().stream());
  }
}
