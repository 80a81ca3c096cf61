package seedbed.signin;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/// The identity provider of the organisation, where it has one.
///
/// @param claim what of the identity token is the name to sign in with
@ConfigurationProperties("seedbed.oidc")
record OidcSettings(
    @Nullable String issuer,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Bindable(defaultValue = "preferred_username") String claim) {

  boolean complete() {
    return issuer != null && clientId != null && clientSecret != null;
  }
}
