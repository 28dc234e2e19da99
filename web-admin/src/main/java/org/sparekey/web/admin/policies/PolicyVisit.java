package org.sparekey.web.admin.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sparekey.application.policy.PolicyAnswer;
import org.sparekey.application.policy.PolicyRefusal;
import org.sparekey.web.admin.StaffActs;
import org.sparekey.web.admin.StaffDoor;
import org.sparekey.web.admin.StaffDoor.Visitor;

/** One request to a page about policies: who asks, and what becomes of a refusal. */
@RequestScoped
public class PolicyVisit {

  @Inject StaffDoor door;
  @Inject StaffActs acts;

  /** Asks for what a page shows; after a refusal there is nothing to show. */
  <T> Optional<T> look(Function<? super Visitor, ? extends PolicyAnswer<T>> useCase) {
    return acts.visitor()
        .flatMap(
            visitor ->
                useCase
                    .apply(visitor)
                    .fold(
                        Optional::of,
                        reason -> {
                          door.refuse(PolicyStatus.of(reason));
                          return Optional.empty();
                        }));
  }

  /**
   * Does something; a refusal that the visitor can mend is said above the form.
   *
   * @param here the page and its query, to come back to after a confirmation
   */
  <T> Optional<T> act(String here, Function<? super Visitor, ? extends PolicyAnswer<T>> useCase) {
    return acts.visitor()
        .flatMap(
            visitor ->
                useCase
                    .apply(visitor)
                    .fold(
                        Optional::of,
                        reason -> {
                          refused(here, reason);
                          return Optional.empty();
                        }));
  }

  private void refused(String here, PolicyRefusal reason) {
    int status = PolicyStatus.of(reason);
    boolean mendable = reason == PolicyRefusal.NEEDS_CONFIRMATION || status == 409 || status == 422;
    if (mendable) {
      acts.refuse(null, reason.code(), here);
    } else {
      door.refuse(status);
    }
  }

  void go(String path) {
    acts.go(path);
  }

  /** Whether the answer is given already. */
  boolean over() {
    return FacesContext.getCurrentInstance().getResponseComplete();
  }

  void notFound() {
    door.refuse(404);
  }

  String param(String name) {
    return door.param(name);
  }

  /** All values of a field, none of them absurdly long. */
  List<String> params(String name) {
    return door.params(name);
  }

  /** A long text, as it was typed; the use case bounds it. */
  String typed(String name) {
    return door.typed(name);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A");
  }
}
