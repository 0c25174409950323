-- Times are milliseconds since 1970, hashes are SHA-256, marks are HMACs under the collector's key.

create table letter (
    id text primary key,
    state bigint not null default 0,        -- 0: open, 1: closed, 2: taken down
    since bigint not null default 0,        -- when it was closed or taken down
    organisations bigint not null default 0,
    persons bigint not null default 0,
    version bigint not null default 0,
    rewritten bigint not null default 0,
    joined bigint not null default 0        -- the last place in the roll that was given
);

create table signature (
    id integer primary key,
    letter text not null,
    public text not null unique,
    state bigint not null,
    name text not null,
    kind bigint not null,                   -- 0: person, 1: organisation
    organisation text,
    role text,
    country text,
    comment text,
    lang text not null,
    shown bigint not null,
    partner text,
    text_hash text not null,
    consent text,
    consent_at bigint,
    created bigint not null,
    confirmed bigint,
    changed bigint not null,
    number bigint,
    joined bigint,
    mark blob,
    slot bigint not null,
    domain blob,
    address blob,
    version bigint not null,
    sent bigint,
    tries bigint not null,
    reason text,
    mails bigint not null,
    mailed bigint,
    reminded bigint not null default 0,
    unique (letter, mark, slot)
);

create index signature_roll on signature (letter, joined) where joined is not null;
create index signature_state on signature (letter, state);
create index signature_pending on signature (created) where state = 0;

create table handle (
    hash blob primary key,
    signature bigint not null,
    version bigint not null
);

create index handle_signature on handle (signature);

create table mail (
    id integer primary key autoincrement,   -- never given twice: it names a mail for good
    signature bigint,                       -- whose it is, or
    admin text,                             -- the coordinator whom it is to
    kind bigint not null,
    due bigint not null,
    tries bigint not null default 0,
    taken bigint not null default 0,        -- until when somebody is sending it
    handing bigint not null default 0       -- 1: the relay may have it already
);

create index mail_due on mail (due);
create index mail_signature on mail (signature);

create table act (
    at bigint not null,
    who text not null,
    what text not null,
    letter text not null,
    signature text not null
);

create index act_letter on act (letter, at);

create table used (
    hash blob primary key,
    until bigint not null
);
