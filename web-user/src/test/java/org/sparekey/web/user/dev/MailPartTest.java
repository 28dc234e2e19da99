package org.sparekey.web.user.dev;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sparekey.web.user.dev.MailPart.Kind;

class MailPartTest {

  @Test
  void addressesBecomeLinksWithoutTheStopBehindThem() {
    assertThat(MailPart.of("Open http://localhost:8080/veto?t=a-b_c. Nothing else."))
        .containsExactly(
            new MailPart(Kind.TEXT, "Open "),
            new MailPart(Kind.LINK, "http://localhost:8080/veto?t=a-b_c"),
            new MailPart(Kind.TEXT, ". Nothing else."));
  }

  @Test
  void aLineWithACodeStandsOut() {
    assertThat(MailPart.of("code:\n\n    1234 5678\n\nuntil 2026"))
        .containsExactly(
            new MailPart(Kind.TEXT, "code:\n\n"),
            new MailPart(Kind.CODE, "1234 5678"),
            new MailPart(Kind.TEXT, "\n\nuntil 2026"));
  }

  @Test
  void noOtherSchemeIsALink() {
    assertThat(MailPart.of("javascript:alert(1) data:text/html,x"))
        .extracting(MailPart::kind)
        .containsExactly(Kind.TEXT);
  }
}
