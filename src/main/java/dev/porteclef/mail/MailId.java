package dev.porteclef.mail;

import java.util.UUID;

/// Names one mail; random, and the local part of its `Message-ID`.
public record MailId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
