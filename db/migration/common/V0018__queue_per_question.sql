-- What somebody waits to ask: each question has a pace of its own. A node of an older version does not say.
alter table outbound_ticket add column question varchar(40) default '' not null;

drop index outbound_ticket_by_host;
create index outbound_ticket_by_lane on outbound_ticket (host, question, priority, number);
