package dev.porteclef.exchange;

/// Names an exchange: the folder of its content and the last segment of its guide's address (`bitfinex`).
public record ExchangeId(String value) {

    public ExchangeId {
        if (!value.matches("[a-z][a-z0-9-]{1,30}")) {
            throw new IllegalArgumentException("not an exchange id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
