package org.sparekey.application.adapter.contact;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.MailAddresses;

/** Mail addresses by Jakarta Mail's strict parser; the domain in lower case and ASCII. */
@Adapter
public class JakartaMailAddresses implements MailAddresses {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;

  @Override
  public Optional<String> canonical(String typed) {
    String text = typed.strip();
    int at = text.lastIndexOf('@');
    if (text.length() > LONGEST || at < 1 || at > LONGEST_LOCAL_PART || at == text.length() - 1) {
      return Optional.empty();
    }
    try {
      String domain =
          IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      String address = text.substring(0, at) + "@" + domain;
      boolean plain =
          address.chars().allMatch(c -> c > ' ' && c < 0x7f)
              && address.indexOf('@') == address.lastIndexOf('@')
              && domain.indexOf('.') > 0
              && address.length() <= LONGEST
              && new InternetAddress(address, true).getAddress().equals(address);
      return plain ? Optional.of(address) : Optional.empty();
    } catch (AddressException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
