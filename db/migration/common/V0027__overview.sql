-- What the console's overview is counted from. Decision 0029.

-- What a check adds to the figures: how a key that was not red fell, by which cause, and how long the exchange took to
-- answer the first call, in milliseconds. Without an index: they are read once, by time, shortly after.
alter table key_check add column failed_as varchar(24);
alter table key_check add column failed_by varchar(24);
alter table key_check add column took integer;
