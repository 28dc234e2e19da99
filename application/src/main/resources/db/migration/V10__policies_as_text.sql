-- A policy is a readable text; rows that are older than the format keep their paths and probation.
alter table recovery_policy add column body varchar;
alter table recovery_policy alter column paths drop not null;
alter table recovery_policy alter column probation drop not null;
alter table recovery_policy add constraint recovery_policy_body
  check (body is not null or (paths is not null and probation is not null));

-- who published it and why; the shipped ones were published by nobody
alter table recovery_policy add column published_by uuid constraint recovery_policy_published_by references account (id);
alter table recovery_policy add column signed_by uuid constraint recovery_policy_signed_by references account (id);
alter table recovery_policy add column reason varchar(1000);
alter table recovery_policy add column retired_at timestamp(6) with time zone;
alter table recovery_policy add constraint recovery_policy_two_people
  check (signed_by is null or signed_by <> published_by);

-- what an administrator is writing: the text may have faults until it is published
create table policy_draft (
  id uuid primary key,
  row_version integer not null,
  policy_key varchar(60)${bytewise} not null,
  body varchar not null,
  author uuid not null constraint policy_draft_author references account (id),
  created_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null,
  proposed_by uuid constraint policy_draft_proposed_by references account (id),
  proposed_at timestamp(6) with time zone,
  reason varchar(1000),
  constraint policy_draft_proposed
    check ((proposed_by is null) = (proposed_at is null) and (proposed_by is null or reason is not null))
);
create index policy_draft_of_key on policy_draft (policy_key, changed_at);
