package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.account.AccountChange;
import org.sparekey.application.account.AddContactPoint;
import org.sparekey.application.account.ConfirmContactPoint;
import org.sparekey.application.account.ListOwnContactPoints;
import org.sparekey.application.account.RemoveContactPoint;
import org.sparekey.application.account.SendContactCode;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.ContactPoint;
import org.sparekey.domain.shared.ContactPointId;
import org.sparekey.web.user.problem.ProblemType;

/** The own mail addresses and phone numbers. */
@Path("/contact-points")
@Dependent
@Tag(name = "contact points")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ContactPointsResource {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final CurrentSession current;
  private final Answers answers;
  private final ListOwnContactPoints listOwnContactPoints;
  private final AddContactPoint addContactPoint;
  private final SendContactCode sendContactCode;
  private final ConfirmContactPoint confirmContactPoint;
  private final RemoveContactPoint removeContactPoint;

  @Inject
  public ContactPointsResource(
      CurrentSession current,
      Answers answers,
      ListOwnContactPoints listOwnContactPoints,
      AddContactPoint addContactPoint,
      SendContactCode sendContactCode,
      ConfirmContactPoint confirmContactPoint,
      RemoveContactPoint removeContactPoint) {
    this.current = current;
    this.answers = answers;
    this.listOwnContactPoints = listOwnContactPoints;
    this.addContactPoint = addContactPoint;
    this.sendContactCode = sendContactCode;
    this.confirmContactPoint = confirmContactPoint;
    this.removeContactPoint = removeContactPoint;
  }

  @GET
  @SecurityRequirement(name = Api.SESSION)
  @Operation(operationId = "listContactPoints", summary = "Contact points, removed ones left out")
  @APIResponse(
      responseCode = "200",
      description = "The contact points, oldest first",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ContactPointListRepresentation.class)))
  public ContactPointListRepresentation list() {
    return new ContactPointListRepresentation(
        listOwnContactPoints.list(session()).stream().map(ContactPointRepresentation::of).toList());
  }

  @POST
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "addContactPoint",
      summary = "Adds a contact point, to be confirmed",
      description =
          "Every address of the account hears of it, the old ones included. A mail address gets its"
              + " code at once; for a phone number ask for one.")
  @APIResponse(
      responseCode = "201",
      description = "Added, not confirmed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AddedRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response add(AddContactPointRequest request) {
    Optional<ContactPoint.Kind> kind =
        Arrays.stream(ContactPoint.Kind.values())
            .filter(known -> known.code().equals(request.kind()))
            .findFirst();
    Optional<Locale> region = region(request.region());
    if (kind.isEmpty() || region.isEmpty()) {
      return answers.refused(
          ProblemType.INVALID, kind.isEmpty() ? "unknown-kind" : "unknown-region");
    }
    return addContactPoint
        .add(session(), kind.get(), request.value(), region.get(), current.origin())
        .<Response>fold(
            added ->
                Response.status(Response.Status.CREATED)
                    .entity(new AddedRepresentation(added.id().toString()))
                    .build(),
            refused -> answers.refused(refused.reason(), Optional.empty()));
  }

  @POST
  @Path("/{id}/code")
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "sendContactCode",
      summary = "Sends a code that confirms the address or number")
  @APIResponse(responseCode = "204", description = "The code is on its way")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response send(@PathParam("id") String id) {
    return change(id, contact -> sendContactCode.send(session(), contact, current.origin()));
  }

  @POST
  @Path("/{id}/confirmation")
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "confirmContactPoint",
      summary = "Confirms an address or number by its code")
  @APIResponse(responseCode = "204", description = "Confirmed")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response confirm(@PathParam("id") String id, CodeRequest request) {
    return change(
        id,
        contact ->
            confirmContactPoint.confirm(session(), contact, request.code(), current.origin()));
  }

  @DELETE
  @Path("/{id}")
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "removeContactPoint",
      summary = "Removes a contact point",
      description = "A removed address hears of security events for thirty more days.")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Response remove(@PathParam("id") String id) {
    return change(id, contact -> removeContactPoint.remove(session(), contact, current.origin()));
  }

  private Response change(String id, Function<ContactPointId, AccountChange> act) {
    return ContactPointId.parse(id).map(act).map(answers::of).orElseGet(answers::notFound);
  }

  /** The country that was named, else the one of the owner's language; empty when it is none. */
  private Optional<Locale> region(@Nullable String country) {
    if (country == null) {
      return Optional.of(session().language());
    }
    return COUNTRIES.contains(country)
        ? Optional.of(new Locale.Builder().setRegion(country).build())
        : Optional.empty();
  }

  private SessionView session() {
    return current.session().orElseThrow();
  }
}
