package org.sparekey.web.user.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparekey.web.user.problem.Fault;
import org.sparekey.web.user.problem.ProblemDocument;
import org.sparekey.web.user.problem.ProblemType;

class EveryFailureTest {

  @ParameterizedTest
  @MethodSource("whatTheServerRefuses")
  void keepsTheStatusThatTheServerChose(Throwable failure, ProblemType type) {
    ProblemDocument document = EveryFailure.document(failure);
    assertThat(document.type()).isEqualTo(type);
    assertThat(document.instance()).isEmpty();
  }

  static Stream<Arguments> whatTheServerRefuses() {
    return Stream.of(
        Arguments.of(new NotFoundException("secret"), ProblemType.NOT_FOUND),
        Arguments.of(new NotAllowedException("GET"), ProblemType.METHOD_NOT_ALLOWED),
        Arguments.of(new ClientErrorException(406), ProblemType.NOT_ACCEPTABLE),
        Arguments.of(new ClientErrorException(413), ProblemType.TOO_LARGE),
        Arguments.of(new ClientErrorException(415), ProblemType.UNSUPPORTED_MEDIA_TYPE));
  }

  @Test
  void saysWhichMemberCannotBeRead() {
    Fault fault = new Fault("#/code", "wrong-kind");
    ProblemDocument document =
        EveryFailure.document(new UnreadableBodyException("wrong-kind", fault));
    assertThat(document.type()).isEqualTo(ProblemType.MALFORMED);
    assertThat(document.reason()).hasValue("wrong-kind");
    assertThat(document.faults()).containsExactly(fault);
  }

  @Test
  void tellsOfADefectNothingButAnId() {
    ProblemDocument document =
        EveryFailure.document(new IllegalStateException("select * from password"));
    assertThat(document.type()).isEqualTo(ProblemType.UNEXPECTED);
    assertThat(document.instance()).isPresent();
    assertThat(document.detail()).isEmpty();
    assertThat(document.reason()).isEmpty();
    assertThat(EveryFailure.document(new InternalServerErrorException()).type())
        .isEqualTo(ProblemType.UNEXPECTED);
  }

  @ParameterizedTest
  @MethodSource("outages")
  void tellsAnOutageFromADefect(Throwable outage) {
    ProblemDocument document = EveryFailure.document(outage);
    assertThat(document.type()).isEqualTo(ProblemType.UNAVAILABLE);
    assertThat(document.instance()).isPresent();
  }

  static Stream<Throwable> outages() {
    return Stream.of(
        new DirectoryUnavailableException(),
        new IllegalStateException(new DirectoryUnavailableException()),
        new IllegalStateException(
            new RuntimeException(new SQLTransientConnectionException("no connection"))));
  }

  @Test
  void aMistakeInSqlIsADefect() {
    assertThat(EveryFailure.document(new IllegalStateException(new SQLException("x"))).type())
        .isEqualTo(ProblemType.UNEXPECTED);
  }

  private static final class DirectoryUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
