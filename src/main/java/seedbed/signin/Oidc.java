package seedbed.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the organisation's identity provider who somebody is: authorization code with PKCE.
@Singleton
class Oidc {

  private static final Logger log = LoggerFactory.getLogger(Oidc.class);
  private static final int PATIENCE_MILLIS = 10_000;

  private final OidcSettings settings;
  private volatile @Nullable OIDCProviderMetadata known;

  Oidc(OidcSettings settings) {
    this.settings = settings;
  }

  /// What has to come back from the provider with the person.
  record Errand(String state, String nonce, String verifier) {

    static Errand fresh() {
      return new Errand(
          new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue());
    }
  }

  /// Whether people may come in this way.
  boolean offered() {
    return settings.complete();
  }

  /// Where a browser asks the provider; empty when the provider cannot be reached.
  Optional<URI> question(Errand errand, URI callback) {
    return provider()
        .map(provider ->
            new AuthenticationRequest.Builder(
                    ResponseType.CODE, new Scope("openid", "profile"), client(), callback)
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(new State(errand.state))
                .nonce(new Nonce(errand.nonce))
                .codeChallenge(new CodeVerifier(errand.verifier), CodeChallengeMethod.S256)
                .build()
                .toURI());
  }

  /// Somebody for whom the provider vouches.
  ///
  /// @param subject whom it means, for ever
  /// @param name the name to sign in with as it is now; empty when it does not say
  record Vouched(String issuer, String subject, String name) {}

  /// For whom the provider vouches.
  ///
  /// @param answer the whole address that the browser was sent back to
  Optional<Vouched> answer(URI answer, Errand errand, URI callback) {
    try {
      AuthenticationResponse response = AuthenticationResponseParser.parse(answer);
      if (!response.indicatesSuccess() || !new State(errand.state).equals(response.getState())) {
        return Optional.empty();
      }
      AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
      OIDCProviderMetadata provider = provider().orElse(null);
      if (code == null || provider == null) {
        return Optional.empty();
      }
      return Optional.of(
          vouched(
              validator(provider)
                  .validate(token(provider, code, errand, callback), new Nonce(errand.nonce))));
    } catch (ParseException | IOException | BadJOSEException | JOSEException e) {
      log.warn("The identity provider's answer was not accepted: {}", e.toString());
      return Optional.empty();
    }
  }

  private Vouched vouched(IDTokenClaimsSet claims) {
    Object name = claims.getClaim(settings.claim());
    return new Vouched(
        claims.getIssuer().getValue(),
        claims.getSubject().getValue(),
        name == null ? "" : name.toString().strip().toLowerCase(Locale.ROOT));
  }

  private JWT token(
      OIDCProviderMetadata provider, AuthorizationCode code, Errand errand, URI callback)
      throws IOException, ParseException {
    HTTPRequest request =
        new TokenRequest.Builder(
                provider.getTokenEndpointURI(),
                new ClientSecretBasic(client(), new Secret(settings.clientSecret())),
                new AuthorizationCodeGrant(code, callback, new CodeVerifier(errand.verifier)))
            .build()
            .toHTTPRequest();
    request.setConnectTimeout(PATIENCE_MILLIS);
    request.setReadTimeout(PATIENCE_MILLIS);
    var response = OIDCTokenResponseParser.parse(request.send());
    if (!(response instanceof OIDCTokenResponse tokens)) {
      throw new ParseException("The code was refused");
    }
    return tokens.getOIDCTokens().getIDToken();
  }

  private IDTokenValidator validator(OIDCProviderMetadata provider) throws IOException {
    return new IDTokenValidator(
        provider.getIssuer(), client(), JWSAlgorithm.RS256, provider.getJWKSetURI().toURL());
  }

  private Optional<OIDCProviderMetadata> provider() {
    OIDCProviderMetadata found = known;
    if (found == null) {
      try {
        found =
            OIDCProviderMetadata.resolve(
                new Issuer(Objects.requireNonNull(settings.issuer())),
                PATIENCE_MILLIS,
                PATIENCE_MILLIS);
        known = found;
      } catch (GeneralException | IOException e) {
        log.warn("The identity provider does not say how it is asked: {}", e.toString());
      }
    }
    return Optional.ofNullable(found);
  }

  private ClientID client() {
    return new ClientID(settings.clientId());
  }
}
