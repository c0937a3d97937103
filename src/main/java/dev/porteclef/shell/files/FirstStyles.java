package dev.porteclef.shell.files;

import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.porteclef.platform.i18n.Language;
import java.util.ArrayList;
import java.util.Objects;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/// Lets the first screen be painted from the first HTML alone: the rules it needs stand in it. The whole sheets come
/// after the first frame where there is text before the scripts, and the live page takes over once they are there;
/// elsewhere they come at the end, and Flow's own scripts wait for them. So no component is ever seen without. Decision
/// 0022.
@Component
public class FirstStyles {

    private final SiteFiles files;

    FirstStyles(SiteFiles files) {
        this.files = files;
    }

    /// Writes the rules into the page and puts the sheets where they hold up nothing. To be done last: a page that has
    /// its text by then gets only the rules that it needs.
    public void write(IndexHtmlResponse response) {
        var document = response.getDocument();
        var path = response.getVaadinRequest().getPathInfo();
        var rules = files.first(part(path == null ? "" : path));
        insert(document, document.getElementById("first") == null ? rules.text() : rules.usedIn(document));
        document.head().select("link[rel=icon]").forEach(this::readdress);
        // Behind the body's end tag: what others still add to the body stands before it, whoever comes first, and a
        // browser takes it for the body's last element.
        var end = Objects.requireNonNull(document.body().parent());
        var withoutScripts = new Element("noscript");
        for (var sheet : new ArrayList<>(document.select(":not(noscript) > link[rel=stylesheet]"))) {
            readdress(sheet);
            withoutScripts.appendChild(sheet.clone().removeAttr("media"));
            if (sheet.closest("template") == null) {
                end.appendChild(sheet);
            }
        }
        end.appendChild(withoutScripts);
    }

    /// Behind the `<base>`, to which the addresses in it are relative.
    private static void insert(Document document, String rules) {
        var style = new Element("style").appendChild(new DataNode(rules));
        var base = document.head().selectFirst("base");
        if (base == null) {
            document.head().prependChild(style);
        } else {
            base.after(style);
        }
    }

    private void readdress(Element link) {
        var place = link.attr("href").replaceFirst("^\\./", "").replaceFirst("\\?.*", "");
        files.address(place).ifPresent(address -> link.attr("href", "./" + address));
    }

    /// The first word behind the language.
    private static String part(String path) {
        var words = path.replaceFirst("^/", "").split("/", -1);
        return Language.ofPath(path).isEmpty() ? "nowhere" : words.length > 1 ? words[1] : "";
    }
}
