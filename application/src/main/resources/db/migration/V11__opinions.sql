-- What staff said to recoveries that wait for people: one opinion a person, never changed.
create table recovery_opinion (
  recovery uuid not null constraint recovery_opinion_recovery references recovery (id),
  staff uuid not null constraint recovery_opinion_staff references account (id),
  given_at timestamp(6) with time zone not null,
  agreed boolean not null,
  reason varchar(500) not null,
  primary key (recovery, staff)
);
