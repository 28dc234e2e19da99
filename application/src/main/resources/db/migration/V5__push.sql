-- the phone behind a push factor; deleted when the factor is revoked. The code is there until a phone gives it
create table push_device (
  factor uuid primary key constraint push_device_factor references factor (id),
  code_hash varchar(64) constraint push_device_code unique,
  public_key varchar(100),
  user_agent varchar(256),
  claimed_from varchar(45),
  claimed_at timestamp(6) with time zone,
  sealed_address varchar(4000),
  key_number integer,
  constraint push_device_claimed check
    (public_key is null
      or (code_hash is null and user_agent is not null and claimed_from is not null and claimed_at is not null)),
  constraint push_device_address check
    (sealed_address is null or (public_key is not null and key_number is not null))
);

-- the owner said "not me": nobody may ask the phones of this account
create table push_lock (
  account uuid primary key constraint push_lock_account references account (id),
  locked_at timestamp(6) with time zone not null
);

-- deleted when it is delivered or too late
create table push_message (
  id uuid primary key,
  account uuid not null constraint push_message_account references account (id),
  factor uuid not null constraint push_message_factor references factor (id),
  challenge uuid not null,
  sealed_content varchar(4000) not null,
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  attempts integer not null
);
create index push_message_due on push_message (due_at);

alter table throttle drop constraint throttle_method;
alter table throttle add constraint throttle_method
  check (method in ('password', 'totp', 'push-question', 'push-number', 'recovery-password', 'mailed-code', 'contact-code', 'phone-code'));
