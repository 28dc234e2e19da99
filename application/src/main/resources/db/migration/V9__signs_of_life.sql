-- one row for all nodes: when some node was last known to run
create table sign_of_life (
  id integer primary key constraint sign_of_life_one check (id = 1),
  seen_at timestamp(6) with time zone not null
);
