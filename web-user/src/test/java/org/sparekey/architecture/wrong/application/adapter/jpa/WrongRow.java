package org.sparekey.architecture.wrong.application.adapter.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.sparekey.architecture.wrong.application.adapter.mail.WrongMail;

@Entity
public class WrongRow {
  @Id String id;
  transient WrongMail neighbour;
}
