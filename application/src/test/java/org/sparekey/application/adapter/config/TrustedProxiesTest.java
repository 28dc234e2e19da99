package org.sparekey.application.adapter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inet.ipaddr.AddressStringException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

  private static final String CLIENT = "198.51.100.7";

  @Test
  void withoutProxiesNobodyIsBelieved() {
    assertThat(TrustedProxies.NONE.client("203.0.113.9", List.of(CLIENT))).isEqualTo("203.0.113.9");
  }

  @Test
  void whatATrustedProxySaysIsBelieved() throws AddressStringException {
    TrustedProxies proxies = TrustedProxies.of("10.0.0.7, 10.1.0.0/24");
    assertThat(proxies.client("10.0.0.7", List.of(CLIENT))).isEqualTo(CLIENT);
    assertThat(proxies.client("10.1.0.200", List.of(CLIENT))).isEqualTo(CLIENT);
    assertThat(proxies.client("10.2.0.1", List.of(CLIENT))).isEqualTo("10.2.0.1");
  }

  @Test
  void whatTheClientWroteInFrontIsNot() throws AddressStringException {
    TrustedProxies proxies = TrustedProxies.of("10.0.0.0/8");
    assertThat(proxies.client("10.0.0.7", List.of("127.0.0.1, " + CLIENT))).isEqualTo(CLIENT);
    assertThat(proxies.client("10.0.0.7", List.of("192.0.2.1", CLIENT + ", 10.3.3.3")))
        .isEqualTo(CLIENT);
  }

  @Test
  void aChainOfNothingButProxiesEndsAtTheFarthest() throws AddressStringException {
    assertThat(TrustedProxies.of("10.0.0.0/8").client("10.0.0.7", List.of("10.0.0.8")))
        .isEqualTo("10.0.0.8");
    assertThat(TrustedProxies.of("10.0.0.0/8").client("10.0.0.7", List.of())).isEqualTo("10.0.0.7");
  }

  @Test
  void version6IsReadInAnySpelling() throws AddressStringException {
    TrustedProxies proxies = TrustedProxies.of("2001:db8:0::/48");
    assertThat(proxies.client("2001:db8::1", List.of("2001:DB8:1:0::9")))
        .isEqualTo("2001:db8:1:0:0:0:0:9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "", "*", "1", "10.*.0.1", "host.example", "10.0.0.0/8", "a b"})
  void whatIsNoAddressEndsTheChain(String hop) throws AddressStringException {
    assertThat(TrustedProxies.of("10.0.0.0/8").client("10.0.0.7", List.of("192.0.2.1," + hop)))
        .isEqualTo("10.0.0.7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "proxy.example", "10.0.0.0/33", "10.0.0.1 10.0.0.2", "1"})
  void whatIsNoNetworkIsRefused(String text) {
    assertThatThrownBy(() -> TrustedProxies.of(text)).isInstanceOf(AddressStringException.class);
  }
}
