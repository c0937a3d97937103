-- Since when nobody waits for an answer to a question, and why: a state of its own, for answers go with their key and
-- questions do not. Both are null as long as somebody waits.
alter table support_request add column settled_by varchar(24);
alter table support_request add column settled_at timestamp(6) with time zone;

update support_request
set settled_by = 'ANSWERED',
    settled_at = (
        select min(answered_at)
        from support_answer
        where support_answer.key_id = support_request.key_id and answered_at > asked_at)
where exists (
    select 1
    from support_answer
    where support_answer.key_id = support_request.key_id and answered_at > asked_at);

-- Whether these were answered went with the key.
update support_request
set settled_by = 'KEY_DELETED', settled_at = asked_at
where settled_at is null
and not exists (select 1 from exchange_key where exchange_key.id = support_request.key_id);

-- Who waits, the longest wait first, and what is settled, the latest first.
create index support_request_waiting on support_request (settled_at, asked_at, id);
create index support_request_settled on support_request (settled_at, id);
drop index support_request_by_time;
