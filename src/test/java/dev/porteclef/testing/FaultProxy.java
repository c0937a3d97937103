package dev.porteclef.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A loopback proxy that does to a connection what a network does: between the portal and an exchange or a database.
/// It knows bytes only, so that it serves HTTP, TLS and SQL alike, and keeps at most 8 KiB of each direction.
public final class FaultProxy implements AutoCloseable {

    private static final int CHUNK = 8 * 1024;

    private final int target;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong fromClient = new AtomicLong();
    private final AtomicLong fromTarget = new AtomicLong();
    private final Set<Link> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket listener;
    private volatile Fault fault = new Fault.None();

    /// Changes nothing at first.
    ///
    /// @param target the port on loopback where connections are passed on to
    public FaultProxy(int target) {
        this.target = target;
        this.listener = listenOn(0);
    }

    /// Who sends the bytes that a fault is about.
    public enum Side {
        CLIENT,
        TARGET
    }

    /// What happens to a connection.
    public sealed interface Fault {

        /// Every byte is passed on.
        record None() implements Fault {}

        /// The connection is accepted and never answered; the target hears nothing of it.
        record Silence() implements Fault {}

        /// After `bytes` of `side` were passed on, both ends see the connection reset.
        record Reset(Side side, long bytes) implements Fault {}

        /// After `bytes` of `side` were passed on, both ends see the connection closed in good order.
        record Cut(Side side, long bytes) implements Fault {}

        /// After `bytes` of `side` were passed on, the rest waits for `gate`.
        record Hold(Side side, long bytes, CountDownLatch gate) implements Fault {}

        /// What `side` sends is passed on byte by byte, one every `step`.
        record Trickle(Side side, Duration step) implements Fault {}

        /// The bytes of `side` from the one numbered `from` on arrive with all bits turned over.
        record Garble(Side side, long from) implements Fault {}
    }

    public int port() {
        return listener.getLocalPort();
    }

    /// Connections made from now on suffer `next`; those that are open keep what they have.
    public FaultProxy play(Fault next) {
        fault = next;
        return this;
    }

    /// How many were accepted so far.
    public int connections() {
        return connections.get();
    }

    /// How many bytes of `side` were passed on so far.
    public long passed(Side side) {
        return counter(side).get();
    }

    /// Resets every open connection.
    public void reset() {
        open.forEach(Link::reset);
    }

    /// Nobody listens any more until [#listen]; open connections stay.
    public void refuse() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Listens on the same port again.
    public void listen() {
        listener = listenOn(listener.getLocalPort());
    }

    @Override
    public void close() {
        refuse();
        open.forEach(Link::close);
    }

    private ServerSocket listenOn(int port) {
        try {
            var server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            Thread.ofVirtual().start(() -> accept(server));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket server) {
        while (true) {
            try {
                var client = server.accept();
                connections.incrementAndGet();
                var link = new Link(client, new Socket(), fault);
                open.add(link);
                link.begin();
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }

    private AtomicLong counter(Side side) {
        return switch (side) {
            case CLIENT -> fromClient;
            case TARGET -> fromTarget;
        };
    }

    /// One connection through the proxy, and what happens to it.
    private final class Link {

        private final Socket client;
        private final Socket server;
        private final Fault suffered;

        Link(Socket client, Socket server, Fault suffered) {
            this.client = client;
            this.server = server;
            this.suffered = suffered;
        }

        void begin() throws IOException {
            if (suffered instanceof Fault.Silence) {
                return;
            }
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> carry(client, server, Side.CLIENT));
            Thread.ofVirtual().start(() -> carry(server, client, Side.TARGET));
        }

        private void carry(Socket from, Socket to, Side side) {
            var buffer = new byte[CHUNK];
            var passed = 0L;
            try {
                while (true) {
                    if (endsAt(side, passed)) {
                        return;
                    }
                    var read = from.getInputStream().read(buffer);
                    if (read < 0) {
                        to.shutdownOutput();
                        return;
                    }
                    var whole = (int) Math.min(read, left(side, passed));
                    pass(buffer, whole, to.getOutputStream(), side, passed);
                    passed += whole;
                    if (endsAt(side, passed)) {
                        return;
                    }
                    counter(side).addAndGet(read - whole);
                    pass(buffer, whole, read, to.getOutputStream());
                    passed += read - whole;
                }
            } catch (IOException e) {
                close();
            }
        }

        /// How much of what `side` sends next is still passed on without anything happening.
        private long left(Side side, long passed) {
            return switch (suffered) {
                case Fault.Reset(var one, var bytes) when one == side -> bytes - passed;
                case Fault.Cut(var one, var bytes) when one == side -> bytes - passed;
                case Fault.Hold(var one, var bytes, var gate)
                when one == side && gate.getCount() > 0 -> Math.max(0, bytes - passed);
                case Fault.None(),
                        Fault.Silence(),
                        Fault.Reset _,
                        Fault.Cut _,
                        Fault.Hold _,
                        Fault.Trickle _,
                        Fault.Garble _ -> Long.MAX_VALUE;
            };
        }

        /// Lets happen what is due after `passed` bytes; true where that is the end.
        private boolean endsAt(Side side, long passed) {
            if (left(side, passed) > 0) {
                return false;
            }
            switch (suffered) {
                case Fault.Reset _ -> reset();
                case Fault.Cut _ -> close();
                case Fault.Hold hold -> {
                    await(hold.gate());
                    return false;
                }
                case Fault.None(), Fault.Silence(), Fault.Trickle _, Fault.Garble _ -> {
                    return false;
                }
            }
            return true;
        }

        private void pass(byte[] buffer, int length, OutputStream to, Side side, long passed) throws IOException {
            if (suffered instanceof Fault.Garble(var one, var start) && one == side) {
                for (var at = (int) Math.min(length, Math.max(0, start - passed)); at < length; at++) {
                    buffer[at] = (byte) ~buffer[at];
                }
            }
            if (suffered instanceof Fault.Trickle(var one, var step) && one == side) {
                for (var at = 0; at < length; at++) {
                    // Slowness is this fault's nature; no test waits for it.
                    LockSupport.parkNanos(step.toNanos());
                    counter(side).incrementAndGet();
                    to.write(buffer, at, 1);
                }
                return;
            }
            // Counted first: whoever has the bytes finds them counted.
            counter(side).addAndGet(length);
            pass(buffer, 0, length, to);
        }

        private void pass(byte[] buffer, int from, int until, OutputStream to) throws IOException {
            if (until > from) {
                to.write(buffer, from, until - from);
            }
        }

        private void await(CountDownLatch gate) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /// With a linger time of zero, closing sends a reset.
        void reset() {
            try {
                client.setSoLinger(true, 0);
                server.setSoLinger(true, 0);
            } catch (IOException e) {
                // Closed already.
            }
            close();
        }

        void close() {
            open.remove(this);
            for (var socket : new Socket[] {client, server}) {
                try {
                    socket.close();
                } catch (IOException e) {
                    // Gone is gone.
                }
            }
        }
    }
}
