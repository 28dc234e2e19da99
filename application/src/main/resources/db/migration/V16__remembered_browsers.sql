-- A browser that its owner wants remembered stands in for the factor at a sign-in, and the session says so.
alter table known_browser add column remembered_at timestamp(6) with time zone;

alter table account_session drop constraint account_session_level;
alter table account_session add constraint account_session_level
  check (level in ('password', 'enrolment', 'remembered', 'full'));
