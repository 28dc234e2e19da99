-- What all spellings of a device's name have in common: factors on one device are lost together.
alter table factor add column device_folded varchar${bytewise} default '' not null;
update factor set device_folded = lower(device);
alter table factor alter column device_folded drop default;
