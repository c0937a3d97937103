-- People. The e-mail stands in lower case, so that one address is one account.
create table account (
    id uuid not null,
    email varchar(254) not null,
    password_hash varchar(300) not null,
    language varchar(2) not null,
    enabled boolean not null,
    created_at timestamp(6) with time zone not null,
    version integer not null,
    constraint account_pk primary key (id),
    constraint account_email_unique unique (email),
    constraint account_language_known check (language in ('en', 'fr'))
);

create table account_role (
    account_id uuid not null,
    role varchar(20) not null,
    constraint account_role_pk primary key (account_id, role),
    constraint account_role_account_fk foreign key (account_id) references account (id) on delete cascade,
    constraint account_role_known check (role in ('CUSTOMER', 'SUPPORT', 'EDITOR', 'ADMIN'))
);
