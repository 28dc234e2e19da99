create table handset_phone (
  id uuid primary key,
  channel varchar(10) not null,
  recipient varchar(20) not null,
  language varchar(35) not null,
  body varchar not null,
  received_at timestamp(6) with time zone not null
);
create index handset_phone_received on handset_phone (received_at, id);
