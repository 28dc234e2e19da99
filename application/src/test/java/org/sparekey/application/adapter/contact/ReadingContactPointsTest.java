package org.sparekey.application.adapter.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail addresses and phone numbers as people type them. */
class ReadingContactPointsTest {

  private final JakartaMailAddresses addresses = new JakartaMailAddresses();
  private final LibPhoneNumbers numbers = new LibPhoneNumbers();

  @ParameterizedTest
  @CsvSource({
    "ada@acme.example, ada@acme.example",
    "'  Ada@ACME.Example ', Ada@acme.example",
    "ada+spare@acme.example, ada+spare@acme.example",
    "ada@bücher.example, ada@xn--bcher-kva.example"
  })
  void anAddressIsKeptInOneForm(String typed, String kept) {
    assertThat(addresses.canonical(typed)).contains(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "ada@",
        "@acme.example",
        "ada@localhost",
        "ada@acme..example",
        "ada lovelace@acme.example",
        "Ada <ada@acme.example>",
        "ada@acme.example, eve@evil.example",
        "ada@acme.example\r\nBcc: eve@evil.example",
        "ada@evil.example@acme.example",
        "adä@acme.example"
      })
  void whatIsNoSingleAddressIsRefused(String typed) {
    assertThat(addresses.canonical(typed)).isEmpty();
  }

  @Test
  void anAbsurdlyLongAddressIsRefused() {
    assertThat(addresses.canonical("a".repeat(100_000) + "@acme.example")).isEmpty();
    assertThat(addresses.canonical("a@" + "b.".repeat(150) + "example")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "+49 30 901820, DE, +4930901820",
    "030 901820, DE, +4930901820",
    "(202) 456-1111, US, +12024561111",
    "+1 202 456 1111, DE, +12024561111"
  })
  void aNumberIsKeptInE164(String typed, String country, String kept) {
    assertThat(numbers.canonical(typed, new Locale("", country))).contains(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "hello", "+49", "+999 123456789", "030 901820 ext. 5"})
  void whatIsNoNumberIsRefused(String typed) {
    assertThat(numbers.canonical(typed, Locale.GERMANY)).isEmpty();
  }

  @Test
  void aNationalNumberWithoutACountryIsRefused() {
    assertThat(numbers.canonical("030 901820", Locale.ROOT)).isEmpty();
    assertThat(numbers.canonical("9".repeat(10_000), Locale.GERMANY)).isEmpty();
  }
}
