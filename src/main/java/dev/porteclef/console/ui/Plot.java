package dev.porteclef.console.ui;

import com.vaadin.flow.component.Svg;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/// The drawings of the overview, as SVG that stretches to the room it has and takes its colours from the style sheet.
/// It holds no words but those that a pointer uncovers; scale and names stand beside it. Decision 0029.
final class Plot {

    private static final int HEIGHT = 100;
    private static final int STEP = 10;
    private static final double GAP = 1.25;

    private final StringBuilder svg = new StringBuilder();

    private Plot(int width, int height, String kind) {
        svg.append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" preserveAspectRatio=\"none\" aria-hidden=\"true\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" class=\"plot plot-")
                .append(kind)
                .append("\">");
    }

    /// One value in a place of a chart.
    ///
    /// @param series which of the chart's series, from 1
    /// @param words what a pointer uncovers
    record Piece(int series, long value, String words) {}

    /// A bar of the length `share`, from 0 to 1; the least that is something can be seen.
    static Svg bar(double share) {
        var plot = new Plot(HEIGHT, 1, "bar");
        plot.rect("ground", 0, 0, HEIGHT, 1, "");
        if (share > 0) {
            plot.rect("bar", 0, 0, Math.clamp(share * HEIGHT, 0.75, HEIGHT), 1, "");
        }
        return plot.end();
    }

    /// A column for each place, its pieces upon each other.
    ///
    /// @param top the value at the upper edge
    static Svg columns(List<List<Piece>> places, long top) {
        var plot = new Plot(places.size() * STEP, HEIGHT, "columns");
        plot.lines(places.size() * STEP);
        for (var place = 0; place < places.size(); place++) {
            var reached = 0.0;
            for (var piece : places.get(place)) {
                var height = (double) HEIGHT * piece.value() / top;
                reached += height;
                plot.rect(
                        "series-" + piece.series(),
                        place * STEP + GAP,
                        HEIGHT - reached,
                        STEP - 2 * GAP,
                        height,
                        piece.words());
            }
        }
        return plot.end();
    }

    /// A line for each series through its pieces; it breaks off where a place has none.
    static Svg lines(List<List<Piece>> places, int series, long top) {
        var plot = new Plot(places.size() * STEP, HEIGHT, "lines");
        plot.lines(places.size() * STEP);
        for (var which = 1; which <= series; which++) {
            plot.line(places, which, top);
        }
        return plot.end();
    }

    private void line(List<List<Piece>> places, int series, long top) {
        var path = new StringBuilder();
        var dots = new StringBuilder();
        var going = false;
        for (var place = 0; place < places.size(); place++) {
            var found = places.get(place).stream()
                    .filter(piece -> piece.series() == series)
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                going = false;
                continue;
            }
            var at = number(place * STEP + STEP / 2.0) + " " + number(HEIGHT - (double) HEIGHT * found.value() / top);
            path.append(going ? "L" : "M").append(at);
            // A line of no length with round ends is a dot that stays round, however the drawing is stretched.
            dots.append("<path class=\"dot line-")
                    .append(series)
                    .append("\" d=\"M")
                    .append(at)
                    .append("h0\">")
                    .append(title(found.words()))
                    .append("</path>");
            going = true;
        }
        svg.append("<path class=\"line line-")
                .append(series)
                .append("\" d=\"")
                .append(path)
                .append("\"/>")
                .append(dots);
    }

    /// The lines of the scale: top and half.
    private void lines(int width) {
        for (var height : new int[] {0, HEIGHT / 2}) {
            svg.append("<path class=\"scale\" d=\"M0 ")
                    .append(height)
                    .append('H')
                    .append(width)
                    .append("\"/>");
        }
    }

    private void rect(String name, double x, double y, double width, double height, String words) {
        svg.append("<rect class=\"")
                .append(name)
                .append("\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append("\">")
                .append(title(words))
                .append("</rect>");
    }

    private static String title(String words) {
        return words.isEmpty() ? "" : "<title>" + HtmlUtils.htmlEscape(words) + "</title>";
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private Svg end() {
        return new Svg(svg.append("</svg>").toString());
    }
}
