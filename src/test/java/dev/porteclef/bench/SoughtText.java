package dev.porteclef.bench;

import dev.porteclef.console.KeyQuery;
import dev.porteclef.console.QueryText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Parts of labels and addresses that agents look for, by how many keys have them.
enum SoughtText {
    MANY("many have it", "grid"),
    SOME("some have it", "grille btc 4"),
    ONE("one customer", ".000777@"),
    NONE("nobody has it", "nobody-has-this");

    private static final int LAST = 20;

    private final String what;
    private final String text;

    SoughtText(String what, String text) {
        this.what = what;
        this.text = text;
    }

    KeyQuery query() {
        return QueryText.read(Map.of("find", text));
    }

    /// The twentieth search of a connection beside its first: PostgreSQL plans anew for the first executions only, if
    /// it is let.
    ///
    /// @param connections so many, each of which begins anew
    Line line(String row, ManyKeys keys, int connections) throws SQLException {
        var first = new ArrayList<Double>();
        var last = new ArrayList<Double>();
        for (var connection = 0; connection < connections; connection++) {
            try (var services = keys.onNewConnection()) {
                var list = services.list();
                // A new connection learns what tables there are first.
                list.page(KeyQuery.ALL, null);
                for (var execution = 1; execution <= LAST; execution++) {
                    var took = Console.milliseconds(() -> {
                        list.page(query(), null);
                        list.count(query());
                    });
                    if (execution == 1) {
                        first.add(took);
                    } else if (execution == LAST) {
                        last.add(took);
                    }
                }
            }
        }
        return Line.of(
                row,
                "text, " + what + ", execution " + LAST + ", " + keys.title(),
                "execution 1",
                new Pairs(new Samples(last), new Samples(first)),
                "ms",
                Console.QUICK_ENOUGH,
                List.of());
    }
}
