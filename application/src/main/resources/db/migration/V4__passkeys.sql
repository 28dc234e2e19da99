alter table factor drop constraint factor_reason;
alter table factor add constraint factor_reason
  check (reason in ('removed-by-owner', 'abandoned', 'lost', 'replaced-by-reset', 'reset-contested', 'copied'));

-- The name by which authenticators know an account: random, and never its id.
create table passkey_owner (
  account uuid primary key constraint passkey_owner_account references account (id),
  user_handle varchar(86)${bytewise} not null constraint passkey_owner_user_handle unique
);

-- Deleted when the factor is revoked. Ids and keys in base64url.
create table passkey (
  factor uuid primary key constraint passkey_factor references factor (id),
  row_version integer not null,
  credential_id varchar(1364)${bytewise} not null constraint passkey_credential_id unique,
  public_key varchar(4000) not null,
  sign_count bigint not null constraint passkey_sign_count check (sign_count between 0 and 4294967295),
  aaguid uuid not null,
  transports varchar(200) not null,
  discoverable boolean not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  constraint passkey_backed_up check (backup_eligible or not backed_up)
);

-- Challenges of sign-ins by a passkey alone: nobody keeps them until they are spent.
create table spent_passkey_challenge (
  fingerprint varchar(64) primary key,
  expires_at timestamp(6) with time zone not null
);
create index spent_passkey_challenge_expires on spent_passkey_challenge (expires_at);
