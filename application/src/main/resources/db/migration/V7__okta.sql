-- What is known at Okta about a factor of the kind okta, and what is still to be said there: due_at. It stays when the
-- factor is revoked, for it may have to be ended at Okta, too; the picture of a QR code is sealed and does not stay.
create table okta_factor (
  factor uuid primary key constraint okta_factor_factor references factor (id),
  login varchar(254) not null,
  okta_user varchar(64),
  okta_id varchar(64),
  enrolled_here boolean not null,
  step varchar(20) not null
    constraint okta_factor_step check (step in ('wanted', 'scanning', 'found', 'failed', 'reset')),
  sealed_picture varchar,
  failure varchar(60),
  due_at timestamp(6) with time zone,
  attempts integer not null
);
create index okta_factor_due on okta_factor (due_at);

-- a push of Okta Verify: one for each challenge
create table okta_question (
  challenge uuid primary key constraint okta_question_challenge references challenge (id) on delete cascade,
  factor uuid not null constraint okta_question_factor references factor (id),
  source_address varchar(45) not null,
  user_agent varchar(256) not null,
  okta_transaction varchar(64),
  shown_number varchar(6),
  failure varchar(60),
  due_at timestamp(6) with time zone,
  attempts integer not null
);
create index okta_question_due on okta_question (due_at);

alter table throttle drop constraint throttle_method;
alter table throttle add constraint throttle_method
  check (method in ('password', 'totp', 'push-question', 'push-number', 'recovery-password', 'mailed-code',
    'contact-code', 'phone-code', 'recovery-code', 'okta-push'));
