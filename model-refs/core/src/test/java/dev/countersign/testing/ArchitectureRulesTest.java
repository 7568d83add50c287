package dev.countersign.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.countersign.testing.planted.VendorArrayPort;
import dev.countersign.testing.planted.VendorPort;
import dev.countersign.testing.planted.WidePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules notice classes that were planted to break them. */
class ArchitectureRulesTest {
  private static final String PLANTED = "dev.countersign.testing.planted";

  private final JavaClasses classes = new ClassFileImporter().importPackages(PLANTED);

  @Test
  void noticesADomainThatReadsFiles() {
    breaks("ReadsAFile", () -> ArchitectureRules.domainIsPure(classes, PLANTED + ".domain"));
  }

  @Test
  void noticesARuleAboutAPackageThatThereIsNot() {
    breaks("no class", () -> ArchitectureRules.domainIsPure(classes, PLANTED + ".gone.."));
    breaks(
        "no class", () -> ArchitectureRules.onlyCliTouchesTheProcess(classes, PLANTED + ".gone.."));
  }

  @Test
  void noticesAVendorOutsideItsAdapter() {
    breaks("JsonCanonicalizer", () -> ArchitectureRules.vendorsStayInTheirAdapter(classes));
  }

  @Test
  void noticesWhoeverReadsTheEnvironment() {
    breaks("ReadsTheEnvironment", () -> ArchitectureRules.nothingTouchesTheProcess(classes));
    assertThatCode(() -> ArchitectureRules.onlyCliTouchesTheProcess(classes, PLANTED))
        .doesNotThrowAnyException();
  }

  @Test
  void noticesAVendorInAPort_alsoInAListOrAnArray() {
    breaks("VendorPort", () -> port(VendorPort.class));
    breaks("VendorArrayPort", () -> port(VendorArrayPort.class));
  }

  @Test
  void noticesAWidePort() {
    breaks("has 7 methods", () -> port(WidePort.class));
  }

  @Test
  void noticesDeserialisation() {
    breaks("Deserializes", () -> DangerRules.nothingDangerous(classes));
  }

  @Test
  void noticesASecretThatIsCompared_andOneThatIsPrinted() {
    breaks(
        "PlantedTokens",
        () -> DangerRules.secretsAreNeitherComparedNorPrinted(without("PrintedLogin")));
    breaks(
        "PrintedLogin",
        () -> DangerRules.secretsAreNeitherComparedNorPrinted(without("PlantedTokens")));
  }

  @Test
  void noticesAShell(@TempDir Path sources) throws IOException {
    Files.writeString(sources.resolve("A.java"), "new ProcessBuilder(\"/bin/sh\", \"-c\", text)");

    breaks("a shell is named", () -> DangerRules.noShell(sources));
  }

  private void port(Class<?> port) {
    ArchitectureRules.portsAreSmallAndPlain(classes, List.of(port));
  }

  private JavaClasses without(String name) {
    return classes.that(
        DescribedPredicate.describe("are not " + name, type -> !type.getSimpleName().equals(name)));
  }

  private static void breaks(String words, ThrowingCallable rule) {
    assertThatThrownBy(rule).isInstanceOf(AssertionError.class).hasMessageContaining(words);
  }
}
