-- Each in a migration of its own, and so in a transaction of its own: checks of nodes of the version before lock the same
-- tables in another order.
-- States and ages of all keys are counted along this index alone.
create index exchange_key_by_state on exchange_key (headline, life, pause_reason, created_at);
