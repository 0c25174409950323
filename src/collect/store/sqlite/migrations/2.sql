-- What signatories agreed to (GDPR, Article 7(1)): the signature has the id, and this has its text.

create table consent (
    letter text not null,
    id text not null,
    lang text not null,
    text text not null,
    since bigint not null,
    primary key (letter, id, lang)
);
