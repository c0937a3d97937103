-- The three orders of the list of all keys, each with every facet that leaves much of it out: PostgreSQL compares what
-- stands in an index there, and reads a row only where all of it fits (documentation, "Multicolumn Indexes"). What is
-- asked for and how it is ordered often go together (a key that is out of use is not checked any more), so that whoever
-- reads along an order alone meets nothing of it for a long while. Decision 0034.
create index exchange_key_list_checked on exchange_key (
    checked_at, id, headline, cause, life, harmlessness, verdict_code, headline_since, created_at);
create index exchange_key_list_created on exchange_key (
    created_at, id, headline, cause, life, harmlessness, verdict_code, headline_since);
create index exchange_key_list_since on exchange_key (
    headline_since, id, headline, cause, life, harmlessness, verdict_code, created_at);

-- These began in the same way.
drop index exchange_key_by_age;
drop index exchange_key_by_last_check;
drop index exchange_key_by_since;
