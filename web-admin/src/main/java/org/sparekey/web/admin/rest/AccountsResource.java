package org.sparekey.web.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.support.FindAccounts;
import org.sparekey.application.support.ReadTimeline;
import org.sparekey.application.support.StaffRefusal;
import org.sparekey.application.support.ViewAccount;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.AuditEntryId;

/** Accounts of the own organisation, for support agents and administrators. */
@Path("/admin/accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "admin")
public class AccountsResource {

  @Inject StaffGate gate;
  @Inject FindAccounts findAccounts;
  @Inject ViewAccount viewAccount;
  @Inject ReadTimeline readTimeline;

  @GET
  @SecurityRequirement(name = "session")
  @Operation(
      operationId = "findAccounts",
      summary = "Find accounts",
      description =
          "By the beginning of the display name, sign-in name or mail address, or by the whole id;"
              + " in the order of sign-in names. A blank text finds nothing.")
  @APIResponse(
      responseCode = "200",
      description = "A page of accounts",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AccountJson.Page.class)))
  public AccountJson.Page find(
      @Parameter(description = "What to look for, at most 254 characters")
          @QueryParam("q")
          @DefaultValue("")
          String text,
      @Parameter(description = "The field next of the page before") @QueryParam("after")
          @Nullable String after) {
    return AccountJson.Page.of(
        gate.ask(
            visitor ->
                findAccounts.find(
                    visitor.session(), text, Optional.ofNullable(after), visitor.origin())));
  }

  @GET
  @Path("/{id}")
  @SecurityRequirement(name = "session")
  @Operation(
      operationId = "viewAccount",
      summary = "View an account",
      description =
          "Masked contact points, every factor ever bound, recoveries and the reset history. No"
              + " code, seed or whole address is ever in it.")
  @APIResponse(
      responseCode = "200",
      description = "The account",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AccountJson.Full.class)))
  public AccountJson.Full view(@PathParam("id") String id) {
    AccountId account = account(id);
    return AccountJson.Full.of(
        gate.ask(
            visitor ->
                viewAccount.view(visitor.session(), account, Optional.empty(), visitor.origin())));
  }

  @GET
  @Path("/{id}/timeline")
  @SecurityRequirement(name = "session")
  @Operation(
      operationId = "readTimeline",
      summary = "Read what happened to an account",
      description = "Events with their reasons, latest first.")
  @APIResponse(
      responseCode = "200",
      description = "A page of events",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = EntryJson.Events.class)))
  public EntryJson.Events timeline(
      @PathParam("id") String id,
      @Parameter(description = "The field next of the page before") @QueryParam("before")
          @Nullable String before) {
    AccountId account = account(id);
    Optional<AuditEntryId> bound = gate.entry(before);
    return EntryJson.Events.of(
        gate.ask(
            visitor -> readTimeline.read(visitor.session(), account, bound, visitor.origin())));
  }

  private AccountId account(String id) {
    return AccountId.parse(id).orElseThrow(() -> gate.problem(StaffRefusal.UNKNOWN_ACCOUNT));
  }
}
