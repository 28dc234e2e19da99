-- wrong proofs that were there before a recovery began are a risk, and end nothing
alter table recovery add column failed_before integer default 0 not null;
alter table recovery add constraint recovery_failed_before check (failed_before between 0 and failed_proofs);

-- a factor that is left stops a recovery, also without a session
alter table recovery drop constraint recovery_veto_route;
alter table recovery add constraint recovery_veto_route
    check (veto_route in ('notice-link', 'session', 'factor'));

-- networks from which somebody signed in, as keyed hashes
create table sign_in_network (
  account uuid not null constraint sign_in_network_account references account (id),
  network varchar(64) not null,
  seen_at timestamp(6) with time zone not null,
  primary key (account, network)
);
create index sign_in_network_seen on sign_in_network (seen_at);

-- sources that asked for recoveries, as keyed hashes, and whose they asked for
create table recovery_source (
  source varchar(64) not null,
  subject varchar(200) not null,
  asked_at timestamp(6) with time zone not null,
  primary key (source, subject)
);
create index recovery_source_asked on recovery_source (asked_at);
