package dev.porteclef.help.search;

import java.util.List;

/// What a search has to say.
public sealed interface SearchAnswer {

    /// @param hits best first
    /// @param all what there is without the filter, best first: what the filter can be set to
    record Found(List<Hit> hits, List<Findable> all) implements SearchAnswer {

        public Found {
            hits = List.copyOf(hits);
            all = List.copyOf(all);
        }
    }

    /// @param near words of the texts that may have been meant, likeliest first
    record Nothing(List<String> near) implements SearchAnswer {

        public Nothing {
            near = List.copyOf(near);
        }
    }

    /// A key or a secret was pasted. It was not searched and is kept nowhere.
    record Credential() implements SearchAnswer {}
}
