package dev.porteclef.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;

/// Lets the live page take the place of the one that came with the first HTML (decision 0021): both are the same
/// tree of elements, so that everything has its twin. Nothing is seen of it, and nothing the reader did meanwhile is
/// lost: place, focus, open folds, what was typed or chosen.
final class HandOver {

    /// How long a style sheet that does not come holds the live page up, in milliseconds.
    private static final int PATIENCE = 3000;

    private static final String TAKE_OVER = """
            const live = $0, first = document.getElementById('first');
            if (!first || !live) return;
            const twin = old => {
              const way = [];
              for (let at = old; at && at.parentElement !== first; at = at.parentElement) {
                way.unshift([...at.parentElement.children].indexOf(at));
              }
              const found = way.reduce((at, index) => at?.children[index], live);
              return found?.localName === old.localName ? found : null;
            };
            const sheets = [...document.querySelectorAll('link[rel=stylesheet]')];
            const takeOver = () => {
              sheets.forEach(sheet => sheet.removeAttribute('media'));
              const top = scrollY, focused = document.activeElement;
              first.querySelectorAll('details').forEach(old => {
                const now = twin(old);
                if (now) now.open = old.open;
              });
              first.querySelectorAll('input, textarea, select').forEach(old => {
                const now = old.closest('[inert]') ? null : twin(old);
                if (!now || old.type === 'radio' && !old.checked) return;
                if (old.value === now.value && old.checked === now.checked) return;
                now.value = old.value;
                now.checked = old.checked;
                ['input', 'change'].forEach(type => now.dispatchEvent(new Event(type, { bubbles: true })));
              });
              const focus = first.contains(focused) ? twin(focused) : null;
              first.remove();
              // Flow would show it a moment later.
              live.parentElement.style.display = '';
              scrollTo({ top, behavior: 'instant' });
              focus?.focus({ preventScroll: true });
              if (focus && focused.selectionStart != null) {
                focus.setSelectionRange(focused.selectionStart, focused.selectionEnd);
              }
            };
            const awaited = sheets.filter(sheet => !sheet.sheet);
            if (!awaited.length) return takeOver();
            const usual = HTMLElement.prototype.focus;
            let wanted = () => {};
            HTMLElement.prototype.focus = function (...how) {
              if (live.contains(this)) wanted = () => this.focus(...how); else usual.apply(this, how);
            };
            Promise.race([
              new Promise(done => setTimeout(done, $1)),
              Promise.all(awaited.map(sheet => new Promise(done => { sheet.onload = sheet.onerror = done; })))
            ]).then(() => {
              HTMLElement.prototype.focus = usual;
              takeOver();
              wanted();
            });""";

    private HandOver() {}

    /// To be asked for before anything else is asked of the browser: what is hidden takes no focus.
    static void to(UI ui, Element live) {
        ui.getPage().executeJs(TAKE_OVER, live, PATIENCE);
    }
}
