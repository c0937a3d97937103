package dev.porteclef.capture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.porteclef.exchange.ExchangeTransport;
import org.springframework.stereotype.Component;

/// The tool can see whole answers; the running portal must not be able to, by way of it.
@AnalyzeClasses(packages = "dev.porteclef", importOptions = ImportOption.DoNotIncludeTests.class)
class CaptureHouseTest {

    @ArchTest
    static final ArchRule only_the_launch_knows_the_tool = noClasses()
            .that(resideOutsideOfPackages("dev.porteclef.capture..", "dev.porteclef.launch"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.porteclef.capture..");

    @ArchTest
    static final ArchRule the_tool_is_no_part_of_the_portal = noClasses()
            .that(resideInAPackage("dev.porteclef.capture.."))
            .should()
            .beMetaAnnotatedWith(Component.class)
            .because("the portal scans this package too");

    @ArchTest
    static final ArchRule nobody_else_listens_to_the_transport = classes()
            .that(assignableTo(ExchangeTransport.class))
            .should()
            .be(ExchangeTransport.class)
            .orShould()
            .be(RecordingTransport.class);

    @ArchTest
    static final ArchRule requests_are_made_by_adapters_alone = noClasses()
            .that(resideInAPackage("dev.porteclef.capture.."))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.http.HttpClient")
            .because("adapters read only, and the transport knows which hosts may be called");
}
