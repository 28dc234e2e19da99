package org.sparekey.web.user.kit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What is wrong with a posted form, for the summary and for each field. */
@Named("problems")
@RequestScoped
public class ProblemsBacking {

  /** The value of aria-invalid for an input: absent when nothing is wrong with it. */
  public @Nullable String at(String id) {
    return FacesContext.getCurrentInstance().getMessageList(id).isEmpty() ? null : "true";
  }

  /** All of it, in the order in which it was found, each with the input that it is about. */
  public List<Problem> getList() {
    FacesContext faces = FacesContext.getCurrentInstance();
    List<Problem> problems = new ArrayList<>();
    for (Iterator<@Nullable String> ids = faces.getClientIdsWithMessages(); ids.hasNext(); ) {
      String id = ids.next();
      String label = id == null ? "" : labelOf(faces, id);
      String field = id == null || label.isEmpty() ? "" : id;
      for (FacesMessage message : faces.getMessageList(id)) {
        problems.add(new Problem(field, label, message.getSummary()));
      }
    }
    return problems;
  }

  private static String labelOf(FacesContext faces, String id) {
    AtomicReference<Object> label = new AtomicReference<>("");
    faces
        .getViewRoot()
        .invokeOnComponent(
            faces, id, (context, input) -> label.set(input.getAttributes().get("label")));
    return Objects.toString(label.get(), "");
  }
}
