package dev.porteclef.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.porteclef.platform.secret.SecretAccess;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

/// What must hold for every class of the portal; each rule has its reason.
@AnalyzeClasses(packages = "dev.porteclef", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule only_pages_know_vaadin = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.porteclef..ui..",
                    "dev.porteclef.shell..",
                    "dev.porteclef.platform.i18n..",
                    // The filter chain needs Vaadin's own configurer.
                    "dev.porteclef.signin")
            .and()
            .doNotHaveFullyQualifiedName("dev.porteclef.Porteclef")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..")
            .because("services must be usable, and testable, without a page");

    @ArchTest
    static final ArchRule nothing_is_open_to_whoever_is_signed_in = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(PermitAll.class)
            .because("a route names the roles that may open it");

    @ArchTest
    static final ArchRule every_route_says_who_may_open_it = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .or(simpleName("SiteLayout"))
            .or(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "are layouts",
                    type -> type.isAssignableTo(RouterLayout.class)
                            && type.isAnnotatedWith(com.vaadin.flow.router.Layout.class)))
            .should()
            .beAnnotatedWith(AnonymousAllowed.class)
            .orShould()
            .beAnnotatedWith(RolesAllowed.class)
            .because("a view without a word is refused to everybody, or a slip away from being open");

    @ArchTest
    static final ArchRule secrets_are_read_in_few_places = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.porteclef.vault",
                    "dev.porteclef.exchange.bitfinex",
                    "dev.porteclef.verification",
                    "dev.porteclef.account",
                    "dev.porteclef.practice..",
                    "dev.porteclef.key",
                    "dev.porteclef.platform.secret")
            .should()
            .callMethod(SecretAccess.class, "granted")
            .because("whoever may read a secret stands in this list");

    @ArchTest
    static final ArchRule keys_leave_tink_in_the_vault_only = noClasses()
            .that()
            .resideOutsideOfPackage("dev.porteclef.vault")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(InsecureSecretKeyAccess.class);

    @ArchTest
    static final ArchRule no_field_keeps_a_secret_as_text = noFields()
            .that()
            .haveNameMatching("(?i).*(secret|password|passphrase)")
            .should()
            .haveRawType(String.class)
            .because("a String cannot be wiped and prints itself; Secret can and does not");

    @ArchTest
    static final ArchRule only_the_start_speaks_to_the_terminal = noClasses()
            .that(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage("dev.porteclef.launch"))
                    .and(com.tngtech.archunit.base.DescribedPredicate.not(simpleName("DemoAccounts")))
                    .and(com.tngtech.archunit.base.DescribedPredicate.not(simpleName("DemoSignIns"))))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule nobody_leans_on_the_shell = nobodyElseUses("dev.porteclef.shell");

    @ArchTest
    static final ArchRule nobody_leans_on_the_practice_exchange =
            // The shell links to its page by the one class it publishes for that.
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.porteclef.practice..", "dev.porteclef.shell..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.porteclef.practice..")
                    .because("production has none");

    @ArchTest
    static final ArchRule nobody_leans_on_the_launch = noClasses()
            .that()
            .resideOutsideOfPackage("dev.porteclef.launch")
            .and()
            .doNotHaveFullyQualifiedName("dev.porteclef.Porteclef")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.porteclef.launch");

    @ArchTest
    static final ArchRule the_platform_knows_no_feature = noClasses()
            .that()
            .resideInAPackage("dev.porteclef.platform..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.porteclef..")
                    .and(com.tngtech.archunit.base.DescribedPredicate.not(
                            resideInAnyPackage("dev.porteclef.platform.."))));

    private static ArchRule nobodyElseUses(String module) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(module + "..");
    }
}
