package dev.porteclef.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/// A real connection that lets a test in at every point where the world can end: before each statement, before each
/// commit, and after a commit, before anybody has heard of it.
final class SteppedConnection {

    private SteppedConnection() {}

    /// What happens at a step; an exception reaches whoever uses the connection.
    @FunctionalInterface
    interface Step {

        void take() throws SQLException;
    }

    /// @param before each statement and commit
    /// @param committed after each commit
    /// @param closing in place of closing `real`
    static Connection around(Connection real, Step before, Step committed, Step closing) {
        return (Connection) Proxy.newProxyInstance(
                SteppedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    switch (method.getName()) {
                        case "prepareStatement" -> before.take();
                        case "commit" -> {
                            before.take();
                            real.commit();
                            committed.take();
                            return null;
                        }
                        case "close" -> {
                            closing.take();
                            return null;
                        }
                        default -> {
                            // Nothing happens before anything else.
                        }
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
