package org.sparekey.application.adapter.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.PhoneNumbers;

/** Phone numbers by libphonenumber. */
@Adapter
public class LibPhoneNumbers implements PhoneNumbers {

  private static final int LONGEST_TYPED = 40;

  @Override
  public Optional<String> canonical(String typed, Locale region) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = library.parse(typed, region.getCountry());
      return library.isValidNumber(number) && !number.hasExtension()
          ? Optional.of(library.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
