-- A message that was given up keeps its sealed body, unless it held a code.
alter table outbox drop constraint outbox_wiped;
alter table outbox add constraint outbox_wiped check
  ((status = 'waiting' and sealed_body is not null) or status = 'buried' or (status <> 'waiting' and sealed_body is null));

-- of the many that strangers may begin, those in which something was proved
create index recovery_of_account_by_status on recovery (account, status);
