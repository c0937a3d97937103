package dev.porteclef.console.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.porteclef.console.KeyExport;
import dev.porteclef.console.KeyQuery;
import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.ui.Glyph;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/// Downloads a list. Whoever follows it gets what is asked for at that moment.
final class CsvLink extends Composite<Anchor> {

    private static final int READING_TIME = 10_000;

    private final String name;
    private final KeyExport export;
    private final Supplier<KeyQuery> asked;

    CsvLink(String name, KeyExport export, Supplier<KeyQuery> asked) {
        this.name = name;
        this.export = export;
        this.asked = asked;
    }

    @Override
    protected Anchor initContent() {
        var link = new Anchor(
                (DownloadEvent event) -> {
                    event.setFileName("keys.csv");
                    event.setContentType("text/csv; charset=utf-8");
                    // Not closed here: a file that breaks off must not end as a whole one does.
                    var writer = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8);
                    switch (export.write(asked.get(), writer)) {
                        case Allowance.Wait wait -> refuse(event, wait);
                        case Allowance.Allowed _ -> writer.flush();
                    }
                },
                "");
        link.add(Glyph.COPY.draw(), new Span(name));
        link.addClassNames("action", "action-quiet");
        link.setId("keys-csv");
        return link;
    }

    /// A file of nothing must not look like an empty list: the browser says that the download failed, the page why.
    private void refuse(DownloadEvent event, Allowance.Wait wait) {
        event.getResponse().setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        var _ = event.getUI()
                .access(() -> Notification.show(
                        getTranslation("console.csv.wait", wait.minutes()),
                        READING_TIME,
                        Notification.Position.BOTTOM_CENTER,
                        true));
    }
}
