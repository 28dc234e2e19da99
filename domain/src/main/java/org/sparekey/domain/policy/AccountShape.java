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
 * @param mailboxes those that are confirmed
 * @param password whether there is one
 * @param recoveryCodes whether codes are left on the sheet in force
 * @param browsers known browsers, however long ago they were seen; from {@link #MOST_BROWSERS} on
 *     they are not counted further
 * @param contacts recovery contacts who could vouch; from {@link #MOST_CONTACTS} on they are not
 *     counted further
 */
public record AccountShape(
    List<PlacedFactor> factors,
    List<PlacedMailbox> mailboxes,
    boolean password,
    boolean recoveryCodes,
    int browsers,
    int contacts) {

  /** More browsers than this are as good as this. */
  public static final int MOST_BROWSERS = 3;

  /** No policy asks more people than this. */
  public static final int MOST_CONTACTS = 9;

  /** Sorts the factors and the mailboxes. */
  public AccountShape {
    factors =
        factors.stream()
            .sorted(
                Comparator.comparingInt(PlacedFactor::device)
                    .thenComparing(factor -> factor.kind().code()))
            .toList();
    mailboxes = mailboxes.stream().sorted(Comparator.comparing(PlacedMailbox::code)).toList();
  }

  /**
   * A factor.
   *
   * @param device a running number, from 1: factors with the same one are lost together
   */
  public record PlacedFactor(FactorKind kind, int device) {}

  /**
   * A mailbox.
   *
   * @param proves whether it may be sent recovery codes; else it only hears notices yet
   * @param device the one without which its owner cannot read it, as she said; 0 when there is none
   */
  public record PlacedMailbox(boolean proves, int device) {

    private String code() {
      return (proves ? 1 : 0) + ":" + device;
    }
  }

  /** So many accounts of a shape. */
  public record Counted(AccountShape shape, long accounts) {}

  /** The stable text of the shape, which groups and finds accounts. */
  public String code() {
    return factors.stream()
            .map(factor -> factor.kind().code() + ":" + factor.device())
            .collect(Collectors.joining(","))
        + "|"
        + mailboxes.stream().map(PlacedMailbox::code).collect(Collectors.joining(","))
        + "|"
        + (password ? 1 : 0)
        + "|"
        + (recoveryCodes ? 1 : 0)
        + "|"
        + browsers
        + "|"
        + contacts;
  }
}
