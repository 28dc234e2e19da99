-- a factor on the device without which its owner cannot read the mailbox, as she said
alter table contact_point add column opened_with uuid
  constraint contact_point_opened_with references factor (id);
