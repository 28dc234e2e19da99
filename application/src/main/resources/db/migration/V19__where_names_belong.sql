-- Asked for the recovery of an unknown name, Sparekey does as for a name of the same domain.
alter table account add column sign_in_domain varchar(254)${bytewise} default '' not null;
update account set sign_in_domain = substring(sign_in_name from position('@' in sign_in_name) + 1)
  where position('@' in sign_in_name) > 0;
alter table account alter column sign_in_domain drop default;
create index account_by_domain on account (organisation, sign_in_domain);
