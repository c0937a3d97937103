-- Since when somebody waits at the gate, in milliseconds since 1970; 0 from a node that does not know of it yet.
alter table outbound_ticket add column drawn_at bigint default 0 not null;
