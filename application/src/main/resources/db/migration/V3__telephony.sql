-- Texts and calls beside mails in the outbox.
alter table outbox add column channel varchar(10) default 'mail' not null;
alter table outbox add constraint outbox_channel check (channel in ('mail', 'text', 'call'));
drop index outbox_due;
create index outbox_due on outbox (status, channel, due_at);

-- A text or call with a code, and what became of it. The number itself stands in the outbox only.
create table phone_message (
  id uuid primary key,
  account uuid not null,
  channel varchar(10) not null
    constraint phone_message_channel check (channel in ('text', 'call')),
  prefix varchar(20) not null,
  asked_at timestamp(6) with time zone not null,
  state varchar(20) not null
    constraint phone_message_state
    check (state in ('waiting', 'delayed', 'handed-over', 'undelivered', 'delivered')),
  provider varchar(60),
  reference varchar(200),
  used_at timestamp(6) with time zone
);
create index phone_message_of_prefix on phone_message (prefix, asked_at);
create index phone_message_of_provider on phone_message (provider, reference);
create index phone_message_asked on phone_message (asked_at);

-- the number of a text or call factor; deleted when the factor is revoked
create table phone_factor (
  factor uuid primary key constraint phone_factor_factor references factor (id),
  number varchar(16) not null
);

alter table throttle drop constraint throttle_method;
alter table throttle add constraint throttle_method
  check (method in ('password', 'totp', 'recovery-password', 'mailed-code', 'contact-code', 'phone-code'));
