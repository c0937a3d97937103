-- A text that was begun as a pause must not come back as a mere answer. Those of before are answers in the owner's
-- language, as they were taken for.
alter table support_answer_draft add column kind varchar(20) default 'ANSWER' not null;
alter table support_answer_draft add column language varchar(2);
