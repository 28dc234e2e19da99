package org.sparekey.application.adapter.crypto;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Makes the key file of a new installation: {@code MakeKeys <file>}. */
public final class MakeKeys {

  private MakeKeys() {}

  /** Writes the file that the one argument names. */
  public static void main(String... arguments) {
    PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments.length != 1) {
      console.println("One argument: the path of the key file to be made.");
      System.exit(2);
    }
    try {
      Path file = Path.of(arguments[0]).toAbsolutePath();
      KeyRing.make(file, new SecureRandom());
      console.println("Made " + file + ". Keep a copy of it apart from the database.");
    } catch (KeyFileException e) {
      console.println(e.getMessage());
      System.exit(1);
    }
  }
}
