-- Whose a policy is: those that come with Sparekey are everybody's, and have none.
alter table recovery_policy add column organisation uuid
  constraint recovery_policy_organisation references organisation (id);
alter table recovery_policy add column signing_reason varchar(1000);
alter table recovery_policy add constraint recovery_policy_reasons
  check ((published_by is null) = (reason is null) and (signed_by is null) = (signing_reason is null)
    and (signed_by is null or published_by is not null));

alter table policy_draft add column organisation uuid not null
  constraint policy_draft_organisation references organisation (id);
create index policy_draft_of_organisation on policy_draft (organisation, changed_at);

-- what was done with a policy after it was published, and why; never changed
create table policy_act (
  policy_key varchar(60)${bytewise} not null,
  organisation uuid not null constraint policy_act_organisation references organisation (id),
  kind varchar(20) not null constraint policy_act_kind check (kind in ('for-owners', 'for-staff', 'retired')),
  account uuid not null constraint policy_act_account references account (id),
  at timestamp(6) with time zone not null,
  reason varchar(1000) not null,
  constraint policy_act_key primary key (organisation, policy_key, at, kind)
);

-- the few who are staff among the many who are not
create index account_by_roles on account (organisation, roles);
