-- How far the history of checks has been thinned: one row, locked by whoever goes on. A pass goes through all keys in
-- the order of their ids; before the first key `after_key` is zero. Decision 0033.
create table history_thinning (
    id        smallint primary key,
    began_at  timestamp(6) with time zone not null,
    after_key uuid not null,
    done      boolean not null
);
