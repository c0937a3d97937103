package dev.porteclef.guide.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.platform.ui.CopyButton;
import java.util.List;

/// The addresses from which the portal calls the exchange, to copy one by one or, as the exchange takes them, all at
/// once.
final class AddressList extends Composite<UnorderedList> {

    AddressList(Wording wording, List<String> addresses) {
        getContent().addClassName("address-list");
        for (var address : addresses) {
            getContent().add(item(new Code(address), address, wording.text("guide.ip.one", address)));
        }
        if (addresses.size() > 1) {
            var all = wording.text("guide.ip.all");
            getContent().add(item(new Span(all), String.join(",", addresses), all));
        }
        getContent().getElement().setAttribute("translate", "no");
    }

    private static ListItem item(Component shown, String text, String what) {
        return new ListItem(shown, new CopyButton(text, what));
    }
}
