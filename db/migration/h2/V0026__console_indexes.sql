-- The facets that often leave little of the list. H2 has neither indexes of some rows nor of parts of words; it holds at
-- most 50,000 keys, whose labels are compared one by one.
create index exchange_key_by_headline on exchange_key (headline, headline_since, id);
create index exchange_key_by_cause on exchange_key (cause, headline_since, id);
