package org.sparekey.web.user.kit;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;

/**
 * Makes every view stateless from its first moment. The templates say so too, but only once they
 * are built, and by then PrimeFaces would have made an HTTP session to keep its nonce in.
 */
public class StatelessViews extends ViewHandlerWrapper {

  public StatelessViews(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public UIViewRoot createView(FacesContext context, String viewId) {
    UIViewRoot view = super.createView(context, viewId);
    view.setTransient(true);
    return view;
  }
}
