package org.sparekey.web.user.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sparekey.application.enrolment.ReinstateDevice;
import org.sparekey.application.enrolment.ReportLostDevice;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;

/** Devices of the signed-in owner: what lives on one is lost, and found, in one act. */
@Path("/devices")
@Dependent
@Tag(name = "factors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DevicesResource {

  private final CurrentSession current;
  private final EnrolmentAnswers enrolments;
  private final ReportLostDevice reportLostDevice;
  private final ReinstateDevice reinstateDevice;

  @Inject
  public DevicesResource(
      CurrentSession current,
      EnrolmentAnswers enrolments,
      ReportLostDevice reportLostDevice,
      ReinstateDevice reinstateDevice) {
    this.current = current;
    this.enrolments = enrolments;
    this.reportLostDevice = reportLostDevice;
    this.reinstateDevice = reinstateDevice;
  }

  @POST
  @Path("/lost")
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "reportLostDevice",
      summary = "Takes everything on a device out of use",
      description =
          "Its factors are suspended, the other sessions and known browsers end. Password and"
              + " factor must have been given less than ten minutes ago, unless the device holds"
              + " the only factors.")
  @APIResponse(responseCode = "204", description = "Out of use")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response lost(DeviceRequest request) {
    return enrolments.of(reportLostDevice.report(session(), request.device(), current.origin()));
  }

  @POST
  @Path("/found")
  @SecurityRequirement(name = Api.SESSION)
  @Operation(
      operationId = "reinstateDevice",
      summary = "Puts a device that was found again back in use",
      description =
          "Only when password and another factor were given less than ten minutes ago, and no"
              + " recovery under way reports it lost.")
  @APIResponse(responseCode = "204", description = "In use again")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response found(DeviceRequest request) {
    return enrolments.of(reinstateDevice.reinstate(session(), request.device(), current.origin()));
  }

  private SessionView session() {
    return current.session().orElseThrow();
  }
}
