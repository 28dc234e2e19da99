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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sparekey.application.recoverycontact.InviteRecoveryContact;
import org.sparekey.application.recoverycontact.InviteRecoveryContactAgain;
import org.sparekey.application.recoverycontact.ListOwnRecoveryContacts;
import org.sparekey.application.recoverycontact.RecoveryContactChange;
import org.sparekey.application.recoverycontact.RemoveRecoveryContact;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.shared.RecoveryContactId;

/** The people whom the owner named to vouch for her. */
@Path("/recovery-contacts")
@Dependent
@Tag(name = "recovery contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RecoveryContactsResource {

  private final CurrentSession current;
  private final Answers answers;
  private final ListOwnRecoveryContacts listOwnRecoveryContacts;
  private final InviteRecoveryContact inviteRecoveryContact;
  private final InviteRecoveryContactAgain inviteRecoveryContactAgain;
  private final RemoveRecoveryContact removeRecoveryContact;

  @Inject
  public RecoveryContactsResource(
      CurrentSession current,
      Answers answers,
      ListOwnRecoveryContacts listOwnRecoveryContacts,
      InviteRecoveryContact inviteRecoveryContact,
      InviteRecoveryContactAgain inviteRecoveryContactAgain,
      RemoveRecoveryContact removeRecoveryContact) {
    this.current = current;
    this.answers = answers;
    this.listOwnRecoveryContacts = listOwnRecoveryContacts;
    this.inviteRecoveryContact = inviteRecoveryContact;
    this.inviteRecoveryContactAgain = inviteRecoveryContactAgain;
    this.removeRecoveryContact = removeRecoveryContact;
  }

  @GET
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "listRecoveryContacts",
      summary = "Recovery contacts, removed ones left out")
  @APIResponse(
      responseCode = "200",
      description = "The recovery contacts, oldest first",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecoveryContactListRepresentation.class)))
  public RecoveryContactListRepresentation list() {
    return RecoveryContactListRepresentation.of(listOwnRecoveryContacts.list(session()));
  }

  @POST
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "inviteRecoveryContact",
      summary = "Invites a recovery contact by mail",
      description =
          "Every address of the account hears of it. The person says yes or no on a page and is"
              + " told nothing of the account but the name given here.")
  @APIResponse(
      responseCode = "201",
      description = "Invited",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AddedRepresentation.class)))
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response invite(InviteContactRequest request) {
    return inviteRecoveryContact
        .invite(session(), request.name(), request.address(), request.asker(), current.origin())
        .<Response>fold(
            invited ->
                Response.status(Response.Status.CREATED)
                    .entity(new AddedRepresentation(invited.id().toString()))
                    .build(),
            refused -> answers.refused(refused.reason()));
  }

  @POST
  @Path("/{id}/invitation")
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "inviteRecoveryContactAgain",
      summary = "Mails another invitation to who has not said yes")
  @APIResponse(responseCode = "204", description = "The invitation is on its way")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response inviteAgain(@PathParam("id") String id) {
    return change(
        id, contact -> inviteRecoveryContactAgain.invite(session(), contact, current.origin()));
  }

  @DELETE
  @Path("/{id}")
  @SecurityRequirement(name = Api.SESSION)
  @Operation(operationId = "removeRecoveryContact", summary = "Removes a recovery contact")
  @APIResponse(responseCode = "204", description = "Removed; the person is told")
  public Response remove(@PathParam("id") String id) {
    return change(
        id, contact -> removeRecoveryContact.remove(session(), contact, current.origin()));
  }

  private Response change(String id, Function<RecoveryContactId, RecoveryContactChange> act) {
    return RecoveryContactId.parse(id)
        .map(act)
        .map(
            change ->
                change
                    .refusal()
                    .map(answers::refused)
                    .orElseGet(() -> Response.noContent().build()))
        .orElseGet(answers::notFound);
  }

  private SessionView session() {
    return current.session().orElseThrow();
  }
}
