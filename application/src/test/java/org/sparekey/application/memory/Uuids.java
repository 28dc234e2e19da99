package org.sparekey.application.memory;

import java.util.Comparator;
import java.util.UUID;

/** The order that databases give to ids; {@link UUID#compareTo} compares signed numbers. */
final class Uuids {

  static final Comparator<UUID> BYTEWISE =
      ((Comparator<UUID>)
              (a, b) ->
                  Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits()))
          .thenComparing(
              (a, b) ->
                  Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits()));

  private Uuids() {}
}
