package dev.porteclef.key.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.platform.ui.CopyButton;
import java.util.List;

/// A list item that ends in the portal's outgoing addresses, each with a button that copies it.
final class AddressItem extends ListItem {

    AddressItem(String text, List<String> addresses) {
        add(new Span(text + " "));
        for (var address : addresses) {
            var code = new Code(address);
            code.getElement().setAttribute("translate", "no");
            add(code, new CopyButton(address, address));
        }
    }
}
