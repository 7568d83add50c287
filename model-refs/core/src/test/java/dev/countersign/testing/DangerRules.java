package dev.countersign.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rule 9: what a bot that holds keys must never do. */
public final class DangerRules {
  private static final String HOLDERS =
      ".*\\.\\w*(Secrets?|Tokens?|Credentials|SigningKey|SignatureVerifier|WebhookSignature)";

  private static final Pattern SECRET =
      Pattern.compile("(?i)\\w*(secret|password|privateKey|token)");

  private static final Pattern SHELL =
      Pattern.compile("\"(/usr)?(/bin/)?((ba|da|z|k)?sh|cmd(\\.exe)?|powershell|pwsh)\"");

  private DangerRules() {}

  /** No Java deserialisation, no command line that is taken apart by the JDK. */
  public static void nothingDangerous(JavaClasses classes) {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ObjectInputStream.class)
        .orShould()
        .callMethod(Runtime.class, "exec", String.class)
        .orShould()
        .callMethod(Runtime.class, "exec", String[].class)
        .allowEmptyShould(true)
        .check(classes);
  }

  /**
   * Secrets are compared in constant time ({@link java.security.MessageDigest#isEqual}); a record
   * that holds one says itself how it is printed.
   */
  public static void secretsAreNeitherComparedNorPrinted(JavaClasses classes) {
    noClasses()
        .that()
        .haveNameMatching(HOLDERS)
        .should()
        .callMethod(String.class, "equals", Object.class)
        .orShould()
        .callMethod(String.class, "equalsIgnoreCase", String.class)
        .orShould()
        .callMethod(String.class, "contentEquals", CharSequence.class)
        .orShould()
        .callMethod(String.class, "compareTo", String.class)
        .orShould()
        .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
        .orShould()
        .callMethod(Objects.class, "equals", Object.class, Object.class)
        .allowEmptyShould(true)
        .check(classes);
    classes()
        .that(DescribedPredicate.describe("are records with a secret", DangerRules::holdsASecret))
        .should(notPrintIt())
        .allowEmptyShould(true)
        .check(classes);
  }

  private static boolean holdsASecret(JavaClass type) {
    return type.isRecord()
        && type.getFields().stream()
            .filter(field -> SECRET.matcher(field.getName()).matches())
            .map(JavaField::getRawType)
            .anyMatch(raw -> raw.isEquivalentTo(String.class) || raw.isEquivalentTo(byte[].class));
  }

  /** What the compiler generates for a record calls nothing that an importer sees. */
  private static ArchCondition<JavaClass> notPrintIt() {
    return new ArchCondition<>("have a toString() of their own") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (type.getMethod("toString").getAccessesFromSelf().isEmpty()) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " prints what it holds"));
        }
      }
    };
  }

  /** No source names a shell; processes start with an argv. */
  public static void noShell(Path sources) {
    try (Stream<Path> files = Files.walk(sources)) {
      List<String> shells =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(DangerRules::shells)
              .toList();
      if (!shells.isEmpty()) {
        throw new AssertionError("a shell is named in " + shells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> shells(Path file) {
    try {
      return SHELL
          .matcher(Files.readString(file))
          .results()
          .map(found -> file + ": " + found.group());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
