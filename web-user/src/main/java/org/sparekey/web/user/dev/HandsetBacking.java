package org.sparekey.web.user.dev;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.delivery.AddHandsetKey;
import org.sparekey.application.delivery.HandsetKey;
import org.sparekey.application.delivery.ReadHandset;
import org.sparekey.application.delivery.ReadHandsetKeys;
import org.sparekey.application.delivery.RemoveHandsetKey;
import org.sparekey.web.user.kit.Texts;
import org.sparekey.web.user.visit.Visit;

/** The page /dev/handset. */
@Named
@RequestScoped
public class HandsetBacking {

  @Inject ReadHandset readMails;
  @Inject ReadHandsetKeys readKeys;
  @Inject AddHandsetKey addKey;
  @Inject RemoveHandsetKey removeKey;
  @Inject Visit visit;

  private @Nullable List<ShownMail> mails;
  private @Nullable List<HandsetKey> keys;
  private String label = "";
  private String key = "";

  /** Puts a key into the authenticator. */
  public void add() {
    if (addKey.add(label, key)) {
      visit.go("/dev/handset?done=handset-key-added");
      return;
    }
    FacesContext faces = FacesContext.getCurrentInstance();
    String text = Texts.in(faces.getViewRoot().getLocale()).getString("handset.no-key");
    faces.addMessage("key", new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
  }

  /** Takes a key out of the authenticator; one that is gone is as good. */
  public void remove(String id) {
    try {
      removeKey.remove(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      visit.go("/dev/handset");
      return;
    }
    visit.go("/dev/handset?done=handset-key-removed");
  }

  /** Latest first. */
  public List<ShownMail> getMails() {
    if (mails == null) {
      mails = readMails.mails(Optional.empty()).stream().map(ShownMail::of).toList();
    }
    return mails;
  }

  public List<HandsetKey> getKeys() {
    if (keys == null) {
      keys = readKeys.keys();
    }
    return keys;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public String getKey() {
    return key;
  }

  public void setKey(String key) {
    this.key = key;
  }
}
