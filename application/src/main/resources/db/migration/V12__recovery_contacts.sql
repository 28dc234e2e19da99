alter table throttle drop constraint throttle_method;
alter table throttle add constraint throttle_method
  check (method in ('password', 'totp', 'push-question', 'push-number', 'recovery-password', 'mailed-code',
    'contact-code', 'phone-code', 'recovery-code', 'okta-push', 'recovery-contact'));

-- people whom an owner named; of the account they are told the name that she wrote for them
create table recovery_contact (
  id uuid primary key,
  row_version integer not null,
  account uuid not null constraint recovery_contact_account references account (id),
  person varchar(60) not null,
  address varchar(254) not null,
  asker varchar(60) not null,
  language varchar(35) not null,
  link_hash varchar(64) not null constraint recovery_contact_link unique,
  invited_at timestamp(6) with time zone not null,
  status varchar(20) not null
    constraint recovery_contact_status check (status in ('invited', 'accepted', 'declined', 'removed')),
  expires_at timestamp(6) with time zone,
  accepted_at timestamp(6) with time zone,
  usable_from timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  constraint recovery_contact_invited check ((status = 'invited') = (expires_at is not null)),
  constraint recovery_contact_accepted
    check ((status = 'accepted') = (accepted_at is not null and usable_from is not null)),
  constraint recovery_contact_ended check ((status in ('declined', 'removed')) = (ended_at is not null))
);
create index recovery_contact_of_account on recovery_contact (account);
create index recovery_contact_over on recovery_contact (status, ended_at);

-- what one of them says in one recovery; the code is a keyed hash and goes when it is spent
create table vouching (
  recovery uuid not null constraint vouching_recovery references recovery (id),
  contact uuid not null constraint vouching_contact references recovery_contact (id),
  row_version integer not null,
  link_hash varchar(64) not null constraint vouching_link unique,
  asked_at timestamp(6) with time zone not null,
  status varchar(20) not null
    constraint vouching_status check (status in ('asked', 'vouched', 'counted', 'doubted')),
  code_mac varchar(128),
  answered_at timestamp(6) with time zone,
  code_expires_at timestamp(6) with time zone,
  primary key (recovery, contact),
  constraint vouching_code
    check ((status = 'vouched') = (code_mac is not null and code_expires_at is not null)),
  constraint vouching_answered check ((status = 'asked') = (answered_at is null))
);
create index vouching_of_contact on vouching (contact);
