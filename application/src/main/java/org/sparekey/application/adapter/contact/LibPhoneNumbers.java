package org.sparekey.application.adapter.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.Adapter;
import org.sparekey.application.port.PhoneLine;
import org.sparekey.application.port.PhoneNumbers;

/** Phone numbers by libphonenumber. */
@Adapter
public class LibPhoneNumbers implements PhoneNumbers {

  private static final int LONGEST_TYPED = 40;
  private static final Set<PhoneNumberType> TEXTED =
      EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);
  private static final Set<PhoneNumberType> CALLED =
      EnumSet.of(
          PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE, PhoneNumberType.FIXED_LINE);

  @Override
  public Optional<PhoneLine> line(org.sparekey.domain.account.PhoneNumber number) {
    PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber parsed = library.parse(number.value(), null);
      String country = library.getRegionCodeForNumber(parsed);
      PhoneNumberType type = library.getNumberType(parsed);
      return country == null
          ? Optional.empty()
          : Optional.of(new PhoneLine(country, TEXTED.contains(type), CALLED.contains(type)));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

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
