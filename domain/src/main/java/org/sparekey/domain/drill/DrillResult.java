package org.sparekey.domain.drill;

/** How a drill came out; {@link #code()} is stored. */
public enum DrillResult {
  /** Everything was there: the owner would get back in. */
  BACK_IN("back-in"),
  /** The owner said that she could not go on. */
  GIVEN_UP("given-up"),
  /** Another one was begun in its place, or its time was over: it says nothing. */
  ABANDONED("abandoned");

  private final String code;

  DrillResult(String code) {
    this.code = code;
  }

  /** The stable code, for storage, audit and message keys. */
  public String code() {
    return code;
  }
}
