package dev.porteclef.launch;

import dev.porteclef.platform.config.StartRefused;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/// Whether the portal could listen where it is told to.
final class PortCheck {

    private PortCheck() {}

    /// @throws StartRefused when it could not
    static void check(Address address) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address.bound(), address.port()));
        } catch (UnknownHostException e) {
            throw new StartRefused("The address to listen on, " + address.host() + ", is unknown.");
        } catch (BindException e) {
            throw refusal(address, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw refusal(address, String.valueOf(e.getMessage()));
        }
    }

    private static StartRefused refusal(Address address, String reason) {
        return reason.contains("in use")
                ? taken(address.port())
                : new StartRefused("Porteclef cannot listen on " + address + ": " + reason + ".");
    }

    static StartRefused taken(int port) {
        return new StartRefused(
                "Port " + port + " is already taken by another program; stop that one or choose another port"
                        + " with --port.",
                StartRefused.TEMPORARY);
    }
}
