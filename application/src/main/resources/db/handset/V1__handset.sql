-- The virtual handset of the developer profile; no other profile has these tables.

create table handset_mail (
  id uuid primary key,
  recipient varchar(254) not null,
  subject varchar not null,
  body varchar not null,
  received_at timestamp(6) with time zone not null
);
create index handset_mail_received on handset_mail (received_at, id);

create table handset_totp (
  id uuid primary key,
  label varchar not null,
  seed varchar not null
);
