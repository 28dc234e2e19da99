package org.sparekey.application.port;

import org.sparekey.application.adapter.jpa.DatabaseHouse;

/** The kinds of storage that keep the same contract. One house of each kind for the whole run. */
enum Storage {
  MEMORY {
    @Override
    House house() {
      return Memories.HOUSE;
    }
  },
  H2 {
    @Override
    House house() {
      return DatabaseHouse.h2();
    }
  },
  POSTGRESQL {
    @Override
    House house() {
      return DatabaseHouse.postgresql();
    }
  };

  abstract House house();

  private static final class Memories {
    static final House HOUSE = House.inMemory();
  }
}
