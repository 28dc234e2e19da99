package org.sparekey.domain.policy;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.sparekey.domain.factor.FactorKind;

/**
 * What accounts that look alike to a recovery policy have in common: however many there are, a
 * policy is tried on each shape once. Holds no name and no address.
 *
 * @param factors those in use, by device
 * @param mailboxes confirmed mailboxes that may be sent recovery codes
 * @param otherMailboxes confirmed mailboxes that only hear notices yet
 * @param password whether there is one
 * @param recoveryCodes whether codes are left on the sheet in force
 * @param browsers known browsers; from {@link #MOST_BROWSERS} on they are not counted further
 */
public record AccountShape(
    List<PlacedFactor> factors,
    int mailboxes,
    int otherMailboxes,
    boolean password,
    boolean recoveryCodes,
    int browsers) {

  /** More browsers than this are as good as this. */
  public static final int MOST_BROWSERS = 3;

  /** Sorts the factors. */
  public AccountShape {
    factors =
        factors.stream()
            .sorted(
                Comparator.comparingInt(PlacedFactor::device)
                    .thenComparing(factor -> factor.kind().code()))
            .toList();
  }

  /**
   * A factor.
   *
   * @param device a running number, from 1: factors with the same one are lost together
   */
  public record PlacedFactor(FactorKind kind, int device) {}

  /** So many accounts of a shape. */
  public record Counted(AccountShape shape, long accounts) {}

  /** The stable text of the shape, which groups and finds accounts. */
  public String code() {
    return factors.stream()
            .map(factor -> factor.kind().code() + ":" + factor.device())
            .collect(Collectors.joining(","))
        + "|"
        + mailboxes
        + "|"
        + otherMailboxes
        + "|"
        + (password ? 1 : 0)
        + "|"
        + (recoveryCodes ? 1 : 0)
        + "|"
        + browsers;
  }
}
