package org.sparekey.application.adapter.config;

/**
 * How passwords are hashed.
 *
 * @param tokenOnly no real hash at all, for a benchmark in the developer profile
 * @param memoryKib memory of one hash in KiB
 * @param iterations passes, 1 or more
 * @param parallelism lanes, 1 to 16
 */
public record PasswordHashing(boolean tokenOnly, int memoryKib, int iterations, int parallelism) {

  /** OWASP Password Storage Cheat Sheet: m=19456 KiB, t=2, p=1. */
  public static final PasswordHashing RECOMMENDED = new PasswordHashing(false, 19_456, 2, 1);

  /** Refuses what is weaker than each of OWASP's equivalent recommendations. */
  public PasswordHashing {
    boolean strong =
        atLeast(memoryKib, iterations, 47_104, 1)
            || atLeast(memoryKib, iterations, 19_456, 2)
            || atLeast(memoryKib, iterations, 12_288, 3)
            || atLeast(memoryKib, iterations, 9_216, 4)
            || atLeast(memoryKib, iterations, 7_168, 5);
    if (!strong || memoryKib > 1_048_576 || iterations > 50) {
      throw new IllegalArgumentException(
          "Argon2id needs at least 19456 KiB and 2 iterations, or one of 47104/1, 12288/3, 9216/4,"
              + " 7168/5; at most 1048576 KiB and 50 iterations");
    }
    if (parallelism < 1 || parallelism > 16) {
      throw new IllegalArgumentException("Argon2id takes 1 to 16 lanes");
    }
  }

  private static boolean atLeast(int memory, int passes, int leastMemory, int leastPasses) {
    return memory >= leastMemory && passes >= leastPasses;
  }
}
