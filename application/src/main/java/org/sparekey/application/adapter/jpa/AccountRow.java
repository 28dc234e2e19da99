package org.sparekey.application.adapter.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.SignInName;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.OrganisationId;

@Entity
@Table(name = "account")
class AccountRow {

  @Id private UUID id;

  @Version
  @Column(name = "row_version")
  private int version;

  @Column(name = "organisation")
  private UUID organisation;

  @Column(name = "sign_in_name")
  private String signInName;

  @Column(name = "sign_in_domain")
  private String signInDomain;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "display_name_folded")
  private String displayNameFolded;

  @Column(name = "language")
  private String language;

  @Column(name = "roles")
  private String roles;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "probation_until")
  private @Nullable Instant probationUntil;

  protected AccountRow() {}

  AccountRow(Account account) {
    id = account.id().value();
    take(account);
  }

  final void take(Account account) {
    organisation = account.organisation().value();
    signInName = account.signInName().value();
    signInDomain = account.signInName().domain();
    displayName = account.displayName();
    displayNameFolded = Texts.folded(account.displayName());
    language = account.language().toLanguageTag();
    roles = Texts.codes(account.roles(), StaffRole::code);
    createdAt = account.createdAt();
    probationUntil = account.probationUntil().orElse(null);
  }

  Account toDomain() {
    return new Account(
        new AccountId(id),
        new OrganisationId(organisation),
        new SignInName(signInName),
        displayName,
        Locale.forLanguageTag(language),
        Set.copyOf(Texts.ofCodes(StaffRole.values(), StaffRole::code, roles)),
        createdAt,
        Optional.ofNullable(probationUntil));
  }
}
