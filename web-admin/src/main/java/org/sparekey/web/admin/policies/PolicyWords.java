package org.sparekey.web.admin.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sparekey.domain.policy.AccountShape;
import org.sparekey.domain.policy.Channel;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.PolicyFault;
import org.sparekey.domain.policy.analysis.ClauseFailure;
import org.sparekey.domain.policy.analysis.PathAssurance;
import org.sparekey.web.admin.Words;

/** What the analysis finds, in words, in the page's language. */
@Named("policyWords")
@RequestScoped
public class PolicyWords {

  @Inject Words words;

  private final Map<Channel, Integer> numbers = new HashMap<>();

  /** A waiting time. */
  public String hold(Duration hold) {
    if (hold.isZero()) {
      return words.of("policy.", "at-once");
    }
    long minutes = Math.max(1, hold.toMinutes());
    if (minutes % 1440 == 0) {
      return filled("policy.days", minutes / 1440);
    }
    return minutes % 60 == 0
        ? filled("policy.hours", minutes / 60)
        : filled("policy.minutes", minutes);
  }

  /** Why a text is refused, without where. */
  public String fault(PolicyFault fault) {
    return filled("fault." + fault.reason().code(), fault.words().stream().findFirst().orElse(""));
  }

  /** A channel. Mailboxes and browsers have running numbers, devices their names. */
  public String channel(Channel channel) {
    String detail =
        switch (channel.kind()) {
          case DEVICE, NUMBER -> device(channel.detail());
          case MAILBOX, BROWSER, PERSON ->
              channel.detail().length() < 3
                  ? channel.detail()
                  : Integer.toString(numbers.getOrDefault(channel, numbers.size() + 1));
          case STAFF, MEMORY, PAPER -> channel.detail();
        };
    return filled("channel." + channel.kind().code(), detail).strip();
  }

  /** Gives every mailbox and browser its number. */
  void number(Collection<Channel> all) {
    Map<Channel.Kind, Integer> next = new HashMap<>();
    all.forEach(channel -> numbers.put(channel, next.merge(channel.kind(), 1, Integer::sum)));
  }

  /** Some channels together. */
  public String channels(Collection<Channel> some) {
    return some.stream()
        .sorted(Comparator.comparing(Channel::kind).thenComparing(Channel::detail))
        .map(this::channel)
        .collect(Collectors.joining(" + "));
  }

  /** Proofs, in the order in which they are asked. */
  public String proofs(Collection<EvidenceKind> kinds) {
    return kinds.stream()
        .sorted()
        .map(kind -> words.of("evidence.", kind.code()))
        .collect(Collectors.joining(" + "));
  }

  /** Each clause that a path does not meet. */
  public List<String> failures(PathAssurance path) {
    return path.failures().stream().map(this::failure).toList();
  }

  private String failure(ClauseFailure failure) {
    return "NIST SP 800-63B-4 §"
        + failure.clause().section()
        + ": "
        + words.of("clause.", failure.reason().code());
  }

  /** What accounts of a shape have. */
  public String shape(AccountShape shape) {
    String factors =
        shape.factors().stream()
            .map(
                factor ->
                    words.of("factor.", factor.kind().code())
                        + " "
                        + filled("policy.on-device", factor.device()))
            .collect(Collectors.joining(", "));
    return (factors.isEmpty() ? words.of("policy.", "no-factor") : factors)
        + " · "
        + filled("policy.mailboxes", shape.mailboxes().size())
        + (shape.recoveryCodes() ? " · " + words.of("evidence.", "recovery-code") : "")
        + (shape.browsers() > 0 ? " · " + words.of("evidence.", "known-browser") : "")
        + (shape.contacts() > 0 ? " · " + words.of("evidence.", "recovery-contacts") : "");
  }

  /** Devices of invented accounts have names in every language. */
  private String device(String name) {
    String key = name.replace(' ', '-');
    String known = words.of("device.", key);
    return known.equals(key) ? name : known;
  }

  private String filled(String key, Object value) {
    String pattern = words.of("", key);
    return new MessageFormat(pattern, FacesContext.getCurrentInstance().getViewRoot().getLocale())
        .format(new Object[] {value});
  }
}
