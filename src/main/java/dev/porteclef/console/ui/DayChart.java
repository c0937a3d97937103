package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/// A drawing over days with its scale, its days and what its colours mean; to a screen reader one sentence. All numbers
/// follow as a table, folded.
final class DayChart extends Composite<HtmlContainer> {

    /// @param sentence what the drawing shows
    /// @param scale what stands beside it, from top to bottom
    /// @param days what stands below it, from left to right
    DayChart(String sentence, Svg drawing, List<String> scale, List<String> days) {
        drawing.addClassName("chart-drawing");
        var chart = new Div(labels("chart-scale", scale), drawing, labels("chart-days", days));
        chart.addClassName("chart-plot");
        chart.getElement().setAttribute("role", "img").setAttribute("aria-label", sentence);
        getContent().addClassName("chart");
        getContent().add(chart);
    }

    @Override
    protected HtmlContainer initContent() {
        return new HtmlContainer("figure");
    }

    /// What the colours mean, in the order of the series.
    ///
    /// @param mark `series` for areas, `line` for lines
    DayChart legend(String mark, List<String> names) {
        var legend = new UnorderedList();
        legend.addClassName("chart-legend");
        for (var name : names) {
            var swatch = new Span();
            swatch.addClassNames("swatch", mark + "-" + (legend.getComponentCount() + 1));
            swatch.getElement().setAttribute("aria-hidden", "true");
            legend.add(new ListItem(swatch, new Span(name)));
        }
        getContent().add(legend);
        return this;
    }

    /// @param summary the word that unfolds it
    /// @param name of the region that scrolls where the table is wide
    DayChart table(String summary, String name, FigureTable table) {
        var head = new HtmlContainer("summary");
        head.add(new Span(summary));
        var frame = new Div(table);
        frame.addClassName("chart-table");
        // What scrolls is reached by the keyboard, too.
        frame.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        frame.getElement().setAttribute("aria-label", name);
        var fold = new HtmlContainer("details");
        fold.addClassName("fold-plain");
        fold.add(head, frame);
        getContent().add(fold);
        return this;
    }

    private static Component labels(String name, List<String> labels) {
        var row = new Div();
        row.addClassName(name);
        labels.forEach(label -> row.add(new Span(label)));
        return row;
    }
}
