package dev.porteclef.practice;

import java.util.UUID;

/// Names one key of the practice exchange; random, never reused.
public record PracticeKeyId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
