-- Owners try a way back in, and nothing of it is used up. open_of: the account, while the drill is under way, so that
-- there is one at most. The session goes when it is purged; the row stays while it is the latest that says something.
create table drill (
  id uuid primary key,
  row_version integer not null,
  account uuid not null constraint drill_account references account (id),
  open_of uuid constraint drill_one_open unique,
  session uuid not null,
  begun_at timestamp(6) with time zone not null,
  loss varchar(20) not null
    constraint drill_loss check (loss in ('device', 'all-devices', 'mailbox', 'password')),
  loss_name varchar(254) not null,
  policy_key varchar(60)${bytewise} not null,
  policy_number integer not null,
  way varchar(30) not null,
  evidence varchar(300) not null,
  done varchar(300) not null,
  approvals integer not null,
  hold_seconds bigint not null,
  longest_seconds bigint not null,
  result varchar(20) constraint drill_result check (result in ('back-in', 'given-up', 'abandoned')),
  ended_at timestamp(6) with time zone,
  constraint drill_over check ((result is null) = (ended_at is null) and (result is null) = (open_of is not null))
);
create index drill_of_account on drill (account, ended_at);
create index drill_begun on drill (begun_at);

alter table issued_code drop constraint issued_code_purpose;
alter table issued_code add constraint issued_code_purpose
  check (purpose in ('recovery', 'contact-confirmation', 'password-reset', 'drill'));
alter table challenge drop constraint challenge_purpose;
alter table challenge add constraint challenge_purpose
  check (purpose in ('sign-in', 'confirm', 'enrolment', 'recovery', 'password-reset', 'drill'));

-- who wants reminders; when one was sent last; when it was last looked whether one is due
alter table account add column reminders boolean default true not null;
alter table account add column reminded_at timestamp(6) with time zone;
alter table account add column reminder_looked_at timestamp(6) with time zone;
create index account_by_reminder on account (reminder_looked_at);
create index known_browser_first_seen on known_browser (account, first_seen_at);
