package dev.porteclef.practice;

/// What is answered to a call, and how it travels.
record Reply(ApiAnswer answer, Delivery delivery) {

    static Reply atOnce(ApiAnswer answer) {
        return new Reply(answer, Delivery.AT_ONCE);
    }
}
