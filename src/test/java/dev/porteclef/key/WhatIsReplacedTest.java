package dev.porteclef.key;

import static dev.porteclef.key.KeyFixture.newKey;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;

/// Which keys can be replaced, and what they are afterwards.
@Timeout(60)
class WhatIsReplacedTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();

    private final String newKey = newKey();

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }
}
