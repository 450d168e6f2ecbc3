package chancery.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chancery.archive.ArchiveFolder;
import chancery.archive.Stacks;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The walls of the house: which room may use which, what is pure, and who has the key to the stacks.
class RoomsTest {
    private static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("chancery");
    private static final Set<String> ROOMS = Set.of("finding", "document", "authority", "cable", "claim", "archive", "search", "exchange", "web", "cli");

    /// The door to all there is, and what hands it out; not the values that come through it.
    private static final Set<String> STACKS = Set.of(Stacks.class.getName(), "chancery.archive.SqliteStacks", ArchiveFolder.class.getName());

    @ParameterizedTest(name = "{0} may use {1}")
    @CsvSource(delimiter = '|', textBlock = """
            finding   |
            document  | finding
            authority | finding document
            cable     | finding document
            claim     | finding document authority cable
            archive   | finding document authority cable claim
            search    | finding document authority cable claim archive
            exchange  | finding document authority cable claim archive
            web       | finding document authority cable claim archive search exchange
            cli       | finding document authority cable claim archive search exchange web
            """)
    void room(String room, String others) {
        var allowed = Stream.concat(Stream.of(room), others == null ? Stream.of() : Arrays.stream(others.split(" ")))
                .map(r -> "chancery." + r + "..").toArray(String[]::new);
        noClasses().that().resideInAPackage("chancery." + room + "..").should()
                .dependOnClassesThat(resideInAPackage("chancery..").and(not(resideInAnyPackage(allowed)))).allowEmptyShould(true).check(HOUSE);
    }

    @Test
    void everyClassIsInARoom() {
        assertEquals(Set.of(),
                HOUSE.stream().map(JavaClass::getPackageName).filter(p -> !ROOMS.contains(p.split("\\.")[1])).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest(name = "{0} is pure")
    @ValueSource(strings = {"finding", "document", "authority", "cable", "claim"})
    void pure(String room) {
        var in = "chancery." + room + "..";
        noClasses().that().resideInAPackage(in).should().dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..",
                "java.nio.file..", "java.nio.channels..", "java.net.http..", "java.util.concurrent..").or(touchesTheMachine()))
                .because("it takes values and returns values").allowEmptyShould(true).check(HOUSE);
        noClasses().that().resideInAPackage(in).should().callMethodWhere(asksTheHour()).because("the hour is given to it").allowEmptyShould(true).check(HOUSE);
    }

    /// Whatever faces people goes through a reading room, opened for one reader.
    @Test
    void theStacksAreReachedOnlyByWhatTakesInKeepsAndIndexes() {
        var keepers = resideInAnyPackage("chancery.archive..", "chancery.cli..", "chancery.exchange.in..").or(indexer());
        classes().that(not(keepers)).should()
                .onlyDependOnClassesThat(not(DescribedPredicate.describe("the stacks", c -> STACKS.contains(c.getName())))).check(HOUSE);
    }

    /// The pairs of `Map.of` stand in another order in each start of the program.
    @Test
    void whatIsWrittenOutHasOneOrder() {
        var unordered = DescribedPredicate.<JavaCall<?>>describe("a map without an order",
                call -> call.getTargetOwner().isEquivalentTo(Map.class) && (call.getTarget().getRawParameterTypes().size() > 2 && call.getName().equals("of")
                        || call.getName().equals("ofEntries") || call.getName().equals("copyOf")));
        noClasses().that().resideInAPackage("chancery.exchange.out..").should().callMethodWhere(unordered).because("InOrder keeps it").check(HOUSE);
    }

    @Test
    void aBrokenWallIsSeen() {
        var broken = noClasses().that().resideInAPackage("chancery.archive..").should().dependOnClassesThat(resideInAPackage("chancery.document.."));
        assertThrows(AssertionError.class, () -> broken.check(HOUSE));
    }

    private static DescribedPredicate<JavaClass> indexer() {
        return DescribedPredicate.describe("the indexer", c -> outermost(c).equals("chancery.search.Indexer"));
    }

    private static String outermost(JavaClass c) {
        var dollar = c.getName().indexOf('$');
        return dollar < 0 ? c.getName() : c.getName().substring(0, dollar);
    }

    private static DescribedPredicate<JavaClass> touchesTheMachine() {
        var names = Set.of("java.io.File", "java.io.FileInputStream", "java.io.FileOutputStream", "java.io.FileReader",
                "java.io.FileWriter", "java.io.RandomAccessFile", "java.lang.Thread", "java.lang.ProcessBuilder",
                "java.lang.Runtime", "java.time.Clock", "java.time.InstantSource");
        return DescribedPredicate.describe("files, threads and clocks", c -> names.contains(c.getName()));
    }

    private static DescribedPredicate<JavaCall<?>> asksTheHour() {
        return DescribedPredicate.describe("a question for the hour", call -> {
            var owner = call.getTargetOwner();
            var method = call.getName();
            return owner.getPackageName().equals("java.time") && method.equals("now") || owner.isEquivalentTo(Clock.class)
                    || owner.isEquivalentTo(System.class) && (method.equals("currentTimeMillis") || method.equals("nanoTime"));
        });
    }
}
