-- Text without a length is text that no rule of the domain bounds. ${bytewise} makes PostgreSQL
-- compare as H2 and Java do, byte by byte, so that lists page alike and prefixes use an index.
-- row_version is JPA's: an update that read an older one fails.

create table organisation (
  id uuid primary key,
  row_version integer not null,
  name varchar not null,
  owner_policy varchar(60) not null,
  staff_policy varchar(60) not null,
  password_reset varchar(30) not null
    constraint organisation_password_reset check (password_reset in ('mailbox-and-factor', 'mailbox-alone'))
);

create table account (
  id uuid primary key,
  row_version integer not null,
  organisation uuid not null constraint account_organisation references organisation (id),
  sign_in_name varchar(254)${bytewise} not null constraint account_sign_in_name unique,
  display_name varchar not null,
  display_name_folded varchar(100)${bytewise} not null,
  language varchar(35) not null,
  roles varchar(100) not null,
  created_at timestamp(6) with time zone not null,
  probation_until timestamp(6) with time zone
);
create index account_by_name on account (organisation, sign_in_name);
create index account_by_display_name on account (organisation, display_name_folded);

create table contact_point (
  id uuid primary key,
  row_version integer not null,
  account uuid not null constraint contact_point_account references account (id),
  kind varchar(10) not null constraint contact_point_kind check (kind in ('email', 'phone')),
  address varchar(254) not null,
  address_folded varchar(254)${bytewise} not null,
  added_at timestamp(6) with time zone not null,
  confirmed_at timestamp(6) with time zone,
  usable_from timestamp(6) with time zone,
  removed_at timestamp(6) with time zone
);
create index contact_point_of_account on contact_point (account, added_at);
create index contact_point_by_address on contact_point (address_folded);

create table account_password (
  account uuid primary key constraint account_password_account references account (id),
  row_version integer not null,
  hash varchar(500) not null,
  changed_at timestamp(6) with time zone not null,
  reset_through uuid constraint account_password_reset_through references contact_point (id)
);

create table known_browser (
  id uuid primary key,
  row_version integer not null,
  account uuid not null constraint known_browser_account references account (id),
  token_hash varchar(64) not null,
  first_seen_at timestamp(6) with time zone not null,
  last_seen_at timestamp(6) with time zone not null,
  user_agent varchar(256) not null,
  forgotten_at timestamp(6) with time zone
);
create index known_browser_of_account on known_browser (account, token_hash);

create table account_session (
  id uuid primary key,
  row_version integer not null,
  account uuid not null constraint account_session_account references account (id),
  level varchar(20) not null
    constraint account_session_level check (level in ('password', 'enrolment', 'full')),
  token_hash varchar(64) not null constraint account_session_token_hash unique,
  started_at timestamp(6) with time zone not null,
  last_seen_at timestamp(6) with time zone not null,
  confirmed_at timestamp(6) with time zone,
  browser uuid constraint account_session_browser references known_browser (id),
  source_address varchar(45) not null,
  user_agent varchar(256) not null,
  ended_at timestamp(6) with time zone
);
create index account_session_of_account on account_session (account, started_at);
create index account_session_last_seen on account_session (last_seen_at);
create index account_session_ended on account_session (ended_at);

create table factor (
  id uuid primary key,
  row_version integer not null,
  account uuid not null constraint factor_account references account (id),
  kind varchar(20) not null constraint factor_kind check (kind in ('totp')),
  device varchar(60) not null,
  status varchar(20) not null
    constraint factor_status check (status in ('pending', 'active', 'suspended', 'revoked')),
  created_at timestamp(6) with time zone not null,
  ceremony varchar(200),
  expires_at timestamp(6) with time zone,
  confirmed_at timestamp(6) with time zone,
  last_used_at timestamp(6) with time zone,
  suspended_at timestamp(6) with time zone,
  revoked_at timestamp(6) with time zone,
  reason varchar(30)
    constraint factor_reason
    check (reason in ('removed-by-owner', 'abandoned', 'lost', 'replaced-by-reset', 'reset-contested')),
  constraint factor_pending check (status <> 'pending' or (ceremony is not null and expires_at is not null)),
  constraint factor_active check (status not in ('active', 'suspended') or confirmed_at is not null),
  constraint factor_suspended check (status <> 'suspended' or (suspended_at is not null and reason is not null)),
  constraint factor_revoked check (status <> 'revoked' or (revoked_at is not null and reason is not null))
);
create index factor_of_account on factor (account, created_at);

-- deleted when the factor is revoked: then nobody has the seed any more
create table totp (
  factor uuid primary key constraint totp_factor references factor (id),
  row_version integer not null,
  sealed_seed varchar(500) not null,
  last_step bigint not null,
  lag integer not null constraint totp_lag check (lag in (0, 1)),
  late_step bigint not null
);

-- account and contact point of a decoy do not exist: no foreign keys
create table issued_code (
  id uuid primary key,
  row_version integer not null,
  purpose varchar(30) not null
    constraint issued_code_purpose check (purpose in ('recovery', 'contact-confirmation', 'password-reset')),
  flow varchar(200) not null,
  account uuid not null,
  contact_point uuid not null,
  mac varchar(128) not null,
  issued_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  spent_at timestamp(6) with time zone
);
create index issued_code_of_flow on issued_code (account, purpose, flow);
create index issued_code_expires on issued_code (expires_at);

-- the subject may be a hash of a name that has no account
create table throttle (
  subject varchar(200) not null,
  method varchar(30) not null
    constraint throttle_method
    check (method in ('password', 'totp', 'recovery-password', 'mailed-code', 'contact-code')),
  lane varchar(60) not null,
  row_version integer not null,
  failures integer not null constraint throttle_failures check (failures >= 0),
  blocked_until timestamp(6) with time zone,
  changed_at timestamp(6) with time zone not null,
  primary key (subject, method, lane)
);
create index throttle_changed on throttle (changed_at);

create table rate_budget (
  id varchar(300) primary key,
  state bytea not null,
  changed_at timestamp(6) with time zone not null
);
create index rate_budget_changed on rate_budget (changed_at);

create table recovery_policy (
  policy_key varchar(60)${bytewise} not null,
  policy_number integer not null constraint recovery_policy_number check (policy_number >= 1),
  row_version integer not null,
  name varchar not null,
  paths varchar not null,
  probation varchar(40) not null,
  published_at timestamp(6) with time zone not null,
  primary key (policy_key, policy_number)
);

-- a recovery without an account is a decoy
create table recovery (
  id uuid primary key,
  row_version integer not null,
  account uuid constraint recovery_account references account (id),
  subject varchar(200) not null,
  policy_key varchar(60)${bytewise} not null,
  policy_number integer not null,
  browser_hash varchar(64) not null constraint recovery_browser_hash unique,
  opened_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  lost varchar(20) not null
    constraint recovery_lost check (lost in ('unsaid', 'some-factors', 'everything')),
  lost_factors varchar not null,
  code_sent_at timestamp(6) with time zone,
  failed_proofs integer not null constraint recovery_failed_proofs check (failed_proofs >= 0),
  browser uuid constraint recovery_browser references known_browser (id),
  status varchar(20) not null
    constraint recovery_status
    check (status in ('requested', 'proving', 'approving', 'holding', 'ready',
      'completed', 'cancelled', 'vetoed', 'denied', 'expired')),
  evidence varchar not null,
  risks varchar(200),
  approvals_needed integer,
  hold varchar(40),
  approvers varchar,
  since timestamp(6) with time zone,
  held_until timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  bound_factor uuid constraint recovery_bound_factor references factor (id),
  veto_route varchar(20)
    constraint recovery_veto_route check (veto_route in ('notice-link', 'session')),
  denied_by uuid constraint recovery_denied_by references account (id),
  constraint recovery_of_policy
    foreign key (policy_key, policy_number) references recovery_policy (policy_key, policy_number),
  constraint recovery_holding check (status <> 'holding' or (since is not null and held_until is not null)),
  constraint recovery_ended check
    ((status in ('completed', 'cancelled', 'vetoed', 'denied', 'expired')) = (ended_at is not null))
);
create index recovery_of_account on recovery (account, opened_at);
create index recovery_expires on recovery (status, expires_at);
create index recovery_held on recovery (status, held_until);

create table veto_link (
  token_hash varchar(64) primary key,
  row_version integer not null,
  recovery uuid not null constraint veto_link_recovery references recovery (id),
  contact_point uuid not null constraint veto_link_contact_point references contact_point (id),
  created_at timestamp(6) with time zone not null
);
create index veto_link_of_recovery on veto_link (recovery);

create table reset_history (
  recovery uuid primary key constraint reset_history_recovery references recovery (id),
  row_version integer not null,
  account uuid not null constraint reset_history_account references account (id),
  reset_at timestamp(6) with time zone not null,
  revoked varchar not null,
  bound uuid not null constraint reset_history_bound references factor (id),
  policy_key varchar(60)${bytewise} not null,
  policy_number integer not null,
  evidence varchar(200) not null,
  risks varchar(200) not null
);
create index reset_history_of_account on reset_history (account, reset_at);

create table outbox (
  id uuid primary key,
  kind varchar(60) not null,
  account uuid,
  recipient varchar(254) not null,
  language varchar(35) not null,
  subject varchar not null,
  sealed_body varchar,
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone,
  status varchar(20) not null
    constraint outbox_status check (status in ('waiting', 'delivered', 'dropped', 'buried', 'decoy')),
  due_at timestamp(6) with time zone not null,
  attempts integer not null,
  ended_at timestamp(6) with time zone,
  last_error varchar,
  constraint outbox_wiped check ((status = 'waiting') = (sealed_body is not null))
);
create index outbox_due on outbox (status, due_at);

-- Only ever added to. It outlives accounts and names what does not exist: no foreign keys.
-- commitment: salted hash of the personal data beside it, which can be erased without breaking this
-- row. leaf_index: the entry's place in the Merkle log, once there is one.
create table audit_entry (
  id uuid primary key,
  recorded_at timestamp(6) with time zone not null,
  code varchar(60) not null,
  outcome varchar(10) not null
    constraint audit_entry_outcome check (outcome in ('success', 'refused', 'failed')),
  actor_kind varchar(20) not null
    constraint audit_entry_actor_kind check (actor_kind in ('owner', 'staff', 'anonymous', 'system')),
  actor uuid,
  subject uuid,
  organisation uuid,
  reason varchar,
  factor_kind varchar(20),
  factor uuid,
  recovery uuid,
  policy varchar(80),
  detail varchar,
  commitment varchar(64) not null,
  leaf_index bigint constraint audit_entry_leaf_index unique
);
create index audit_entry_of_organisation on audit_entry (organisation, id);
create index audit_entry_of_subject on audit_entry (subject, id);
create index audit_entry_of_actor on audit_entry (actor, id);
create index audit_entry_of_code on audit_entry (organisation, code, id);

create table audit_personal (
  entry uuid primary key constraint audit_personal_entry references audit_entry (id),
  salt varchar(32) not null,
  source_address varchar(45) not null,
  user_agent varchar(256) not null,
  browser uuid
);
