-- Questions put to factors, and the kinds of factor beyond TOTP.

alter table factor drop constraint factor_kind;
alter table factor add constraint factor_kind
  check (kind in ('totp', 'push', 'okta', 'sms', 'voice', 'passkey', 'security-key'));

create table challenge (
  id uuid primary key,
  row_version integer not null,
  account uuid not null constraint challenge_account references account (id),
  factor uuid not null constraint challenge_factor references factor (id),
  purpose varchar(20) not null
    constraint challenge_purpose
    check (purpose in ('sign-in', 'confirm', 'enrolment', 'recovery', 'password-reset')),
  flow varchar(200) not null,
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  status varchar(20) not null
    constraint challenge_status check (status in ('open', 'approved', 'denied', 'spent', 'ended')),
  payload varchar(2000) not null
);
create index challenge_of_factor on challenge (factor, purpose, flow, created_at);
create index challenge_of_account on challenge (account, status);
create index challenge_expires on challenge (expires_at);
