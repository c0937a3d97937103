package dev.porteclef.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.secret.SecretAccess;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VaultTest {

    private static final UserId OWNER = new UserId(UUID.randomUUID());
    private static final UserId OTHER = new UserId(UUID.randomUUID());
    private static final UUID ROW = UUID.randomUUID();
    private static final SecretPlace PLACE = new SecretPlace(OWNER, "exchange_key", ROW, "bitfinex", "apiSecret", 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void opens_what_it_sealed_also_after_a_restart(TestDatabase database) {
        var fresh = database.fresh();
        var sealed = vault(fresh).seal(PLACE, Secret.of("käse-secret"));
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
        assertThat(text(vault(fresh).open(PLACE, sealed))).isEqualTo("käse-secret");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_ciphertext_opens_at_no_other_place(TestDatabase database) {
        var vault = vault(database.fresh());
        var sealed = vault.seal(PLACE, Secret.of("moved"));
        vault.seal(new SecretPlace(OTHER, "exchange_key", ROW, "bitfinex", "apiSecret", 1), Secret.of("theirs"));
        var elsewhere = List.of(
                new SecretPlace(OTHER, "exchange_key", ROW, "bitfinex", "apiSecret", 1),
                new SecretPlace(OWNER, "practice_key", ROW, "bitfinex", "apiSecret", 1),
                new SecretPlace(OWNER, "exchange_key", UUID.randomUUID(), "bitfinex", "apiSecret", 1),
                new SecretPlace(OWNER, "exchange_key", ROW, "kraken", "apiSecret", 1),
                new SecretPlace(OWNER, "exchange_key", ROW, "bitfinex", "apiKey", 1),
                new SecretPlace(OWNER, "exchange_key", ROW, "bitfinex", "apiSecret", 2));
        for (var place : elsewhere) {
            assertThatThrownBy(() -> vault.open(place, sealed)).isInstanceOf(CryptoFailure.class);
        }
        assertThat(text(vault.open(PLACE, sealed))).isEqualTo("moved");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_changed_ciphertext_does_not_open(TestDatabase database) {
        var vault = vault(database.fresh());
        var sealed = vault.seal(PLACE, Secret.of("flip"));
        for (var position = 0; position < sealed.length; position++) {
            var flipped = sealed.clone();
            flipped[position] ^= 1;
            assertThatThrownBy(() -> vault.open(PLACE, flipped)).isInstanceOf(CryptoFailure.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_keyset_that_was_rolled_back_seals_nothing_afterwards(TestDatabase database) {
        var fresh = database.fresh();
        var vault = vault(fresh);
        fresh.transactions().executeWithoutResult(status -> {
            vault.seal(PLACE, Secret.of("never stored"));
            status.setRollbackOnly();
        });
        var sealed = vault.seal(PLACE, Secret.of("kept"));
        assertThat(text(vault(fresh).open(PLACE, sealed))).isEqualTo("kept");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void after_shredding_nothing_opens(TestDatabase database) {
        var vault = vault(database.fresh());
        var sealed = vault.seal(PLACE, Secret.of("gone"));
        vault.shred(OWNER);
        assertThatThrownBy(() -> vault.open(PLACE, sealed)).isInstanceOf(CryptoFailure.class);
        vault.seal(PLACE, Secret.of("a new keyset"));
        assertThatThrownBy(() -> vault.open(PLACE, sealed)).isInstanceOf(CryptoFailure.class);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void fingerprints_recognise_the_same_text_for_the_same_purpose_only(TestDatabase database) {
        var fresh = database.fresh();
        var vault = vault(fresh);
        var fingerprint = vault.fingerprint("keys", Secret.of("abc"));
        assertThat(vault(fresh).fingerprint("keys", Secret.of("abc"))).isEqualTo(fingerprint);
        assertThat(vault.fingerprint("keys", Secret.of("abd"))).isNotEqualTo(fingerprint);
        assertThat(vault.fingerprint("other", Secret.of("abc"))).isNotEqualTo(fingerprint);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_missing_master_key_is_not_replaced_by_a_new_one(TestDatabase database) throws IOException {
        var fresh = database.fresh();
        vault(fresh);
        Files.delete(folder.resolve("master-keyset.json"));
        assertThatThrownBy(() -> vault(fresh))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContaining("missing");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_wrong_master_key_is_refused(TestDatabase database) throws IOException {
        var fresh = database.fresh();
        vault(fresh);
        Files.delete(folder.resolve("master-keyset.json"));
        vault(database.fresh());
        assertThatThrownBy(() -> vault(fresh))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContaining("wrong");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_master_key_that_others_may_read_is_refused(TestDatabase database) throws IOException {
        var fresh = database.fresh();
        vault(fresh);
        var file = folder.resolve("master-keyset.json");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> vault(fresh))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContaining("others");
    }

    private Vault vault(TestDatabase.Fresh fresh) {
        return VaultConfiguration.open(fresh.jdbi(), folder, Clock.systemUTC());
    }

    private static String text(Secret secret) {
        return secret.reveal(SecretAccess.granted());
    }
}
