package org.sparekey.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * One rule about one house.
 *
 * @param name what a person calls it
 * @param about the packages that it speaks of, a trailing {@code ..} for those below; a rule about
 *     a package that does not exist holds nothing
 * @param rule what ArchUnit checks
 */
record HouseRule(String name, List<String> about, ArchRule rule) {

  @Override
  public String toString() {
    return name;
  }
}
