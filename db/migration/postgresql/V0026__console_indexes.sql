-- The facets that often leave little of the list. Each index leaves out what nearly all keys have: there the list is soon
-- full along its order. Groups are counted from the first alone, for the rows themselves are long.
create index exchange_key_amiss on exchange_key (headline, headline_since, id)
    include (cause, exchange, environment, owner)
    where headline not in ('ACCEPTED', 'NO_FUNDED_WALLET');
create index exchange_key_by_cause on exchange_key (cause, headline_since, id) where cause is not null;
create index exchange_key_by_code on exchange_key (verdict_code, headline_since, id) where verdict_code is not null;
create index exchange_key_by_proof on exchange_key (harmlessness, headline_since, id) where harmlessness <> 'PROVEN';
create index exchange_key_by_life on exchange_key (life, headline_since, id) where life <> 'ACTIVE';
create index exchange_key_untold on exchange_key (id) where headline_version is distinct from version;

-- Parts of labels and addresses are found without reading all of them (PostgreSQL documentation, F.35 pg_trgm; whoever
-- may create in the database may create this extension).
create extension if not exists pg_trgm;
create index exchange_key_label_parts on exchange_key using gin (lower(label) gin_trgm_ops);
create index account_email_parts on account using gin (email gin_trgm_ops);
