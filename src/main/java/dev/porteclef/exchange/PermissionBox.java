package dev.porteclef.exchange;

import dev.porteclef.platform.i18n.LocalizedText;
import java.time.LocalDate;

/// One tick box of the exchange's own *Create new key* dialog.
///
/// @param id stable name, unique per exchange: `scope.access` in lower case (`orders.write`)
/// @param label the words beside the box as the exchange writes them (English on Bitfinex)
/// @param scope the API's name for what the box grants
/// @param meaning what the box lets a key do, in the reader's words
/// @param forbidden whether a key with this box is refused
/// @param source where label and scope were seen; `seenOn` when
public record PermissionBox(
        String id,
        String label,
        String scope,
        Access access,
        LocalizedText meaning,
        boolean forbidden,
        String source,
        LocalDate seenOn) {}
