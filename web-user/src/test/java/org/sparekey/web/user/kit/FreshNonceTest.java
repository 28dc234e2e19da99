package org.sparekey.web.user.kit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreshNonceTest {

  private static final String TOKEN = "q-7_random-token-of-43-characters-and-no-uuid";

  @Test
  void aWholePagePostGetsANonceInTheFormThatPrimeFacesAccepts() {
    String nonce =
        FreshNonce.of(request("POST", null), () -> TOKEN).getParameter("primefaces.nonce");
    String text = new String(Base64.getDecoder().decode(nonce), StandardCharsets.UTF_8);
    assertThat(UUID.fromString(text)).hasToString(text);
  }

  @Test
  void theNonceThatABrowserSendsWithAWholePageIsIgnored() {
    HttpServletRequest request = FreshNonce.of(request("POST", null), () -> TOKEN);
    assertThat(request.getParameter("primefaces.nonce")).isNotEqualTo("sent");
    assertThat(request.getParameter("name")).isEqualTo("sent");
  }

  @Test
  void partialAnswersAndReadingKeepTheDocumentsNonce() {
    HttpServletRequest partial = request("POST", "partial/ajax");
    HttpServletRequest reading = request("GET", null);
    assertThat(FreshNonce.of(partial, () -> TOKEN)).isSameAs(partial);
    assertThat(FreshNonce.of(reading, () -> TOKEN)).isSameAs(reading);
  }

  /** A request with a method and a Faces-Request header, whose every parameter is "sent". */
  private static HttpServletRequest request(String method, @Nullable String facesRequest) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            FreshNonceTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getMethod" -> method;
                  case "getHeader" -> facesRequest;
                  case "getParameter" -> "sent";
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> 1;
                  case "toString" -> method;
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }
}
