-- A key that was accepted before the date of it was kept, and refused when that began, counted as never accepted. Only an
-- accepted key shows its last characters.
update exchange_key
set accepted_at = coalesce(
        (select max(key_check.at) from key_check
         where key_check.key_id = exchange_key.id and key_check.verdict in ('ACCEPTED', 'MISSING_PERMISSION')),
        created_at)
where accepted_at is null and tail <> '';

-- A question that was never sent goes with its key.
delete from support_draft where key_id not in (select id from exchange_key);
alter table support_draft
    add constraint support_draft_of_key foreign key (key_id) references exchange_key (id) on delete cascade;
