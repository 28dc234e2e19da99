package org.sparekey.web.user.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ClientErrorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BodyLimitTest {

  @Test
  void readsAsMuchAsIsAllowed() throws IOException {
    assertThat(bounded(BodyLimit.MOST).readAllBytes()).hasSize(BodyLimit.MOST);
    InputStream single = bounded(BodyLimit.MOST);
    for (int i = 0; i < BodyLimit.MOST; i++) {
      assertThat(single.read()).isZero();
    }
    assertThat(single.read()).isEqualTo(-1);
  }

  @Test
  void stopsAtOneByteMore() {
    assertThatThrownBy(() -> bounded(BodyLimit.MOST + 1).readAllBytes())
        .isInstanceOfSatisfying(
            ClientErrorException.class,
            e -> assertThat(e.getResponse().getStatus()).isEqualTo(413));
  }

  private static InputStream bounded(int size) {
    return new BodyLimit.Bounded(new ByteArrayInputStream(new byte[size]));
  }
}
