-- Saved recovery codes. A batch is what stands on one sheet. symbol: the code's own check symbol, by which a typed
-- code finds its hash. hash: wiped when the code is spent and when its batch ends; the rows stay for the record.

create table recovery_code_batch (
  id uuid primary key,
  account uuid not null constraint recovery_code_batch_account references account (id),
  batch_number integer not null constraint recovery_code_batch_number check (batch_number >= 1),
  made_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  constraint recovery_code_batch_once unique (account, batch_number)
);

create table recovery_code (
  id uuid primary key,
  batch uuid not null constraint recovery_code_of_batch references recovery_code_batch (id),
  code_number integer not null constraint recovery_code_number check (code_number >= 1),
  symbol varchar(1) not null,
  hash varchar(500),
  issued_at timestamp(6) with time zone not null,
  spent_at timestamp(6) with time zone,
  constraint recovery_code_once unique (batch, code_number),
  constraint recovery_code_wiped check (spent_at is null or hash is null)
);

alter table throttle drop constraint throttle_method;
alter table throttle add constraint throttle_method
  check (method in ('password', 'totp', 'push-question', 'push-number', 'recovery-password', 'mailed-code',
    'contact-code', 'phone-code', 'recovery-code'));
