package seedbed.startup;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// How people come in here, as the environment says it; each becomes a property.
final class Choices {

  private static final Map<String, String> PASSWORD_RULES =
      Map.of("classified-protection", "CLASSIFIED_PROTECTION", "asvs", "ASVS");
  static final List<String> ROLES =
      List.of(
          "office", "township", "department", "leader", "company", "inspector", "admin", "auditor");
  private static final Pattern PUBLIC_URL =
      Pattern.compile("https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?");
  private static final List<String> OIDC =
      List.of("SEEDBED_OIDC_ISSUER", "SEEDBED_OIDC_CLIENT_ID", "SEEDBED_OIDC_CLIENT_SECRET");

  private Choices() {}

  static Map<String, String> of(Map<String, String> environment) {
    Map<String, String> properties = new HashMap<>(oidc(environment));
    Settings.value(environment, "SEEDBED_PASSWORD_RULES")
        .ifPresent(name -> properties.put("seedbed.account.password-rules", passwordRules(name)));
    Settings.value(environment, "SEEDBED_SECOND_FACTOR")
        .ifPresent(list -> properties.put("seedbed.account.second-factor", roles(list)));
    Settings.value(environment, "SEEDBED_PUBLIC_URL")
        .ifPresent(url -> {
          properties.put("seedbed.web.public-url", publicUrl(url));
          properties.put("seedbed.session.secure", "true");
        });
    return properties;
  }

  private static String passwordRules(String name) {
    String rules = PASSWORD_RULES.get(name.toLowerCase(Locale.ROOT));
    if (rules == null) {
      throw new StartFailure(
          "SEEDBED_PASSWORD_RULES 只能是 classified-protection（等保）或 asvs，现在是“" + name + "”。");
    }
    return rules;
  }

  private static String roles(String list) {
    List<String> roles =
        Arrays.stream(list.toLowerCase(Locale.ROOT).split(",", -1)).map(String::strip).toList();
    for (String role : roles) {
      if (!ROLES.contains(role)) {
        throw new StartFailure(
            "SEEDBED_SECOND_FACTOR 应为用逗号隔开的角色（" + String.join("、", ROLES) + "），不认识“" + role + "”。");
      }
    }
    return String.join(",", roles).toUpperCase(Locale.ROOT);
  }

  private static String publicUrl(String url) {
    String plain = url.toLowerCase(Locale.ROOT).replaceFirst("/$", "");
    if (!PUBLIC_URL.matcher(plain).matches()) {
      throw new StartFailure(
          "SEEDBED_PUBLIC_URL 应为 https:// 开头、不带路径的网址，例如 https://seedbed.example.gov.cn，现在是“"
              + url
              + "”。");
    }
    return plain;
  }

  // All or none: half a configuration would only show at the first sign-in.
  private static Map<String, String> oidc(Map<String, String> environment) {
    Map<String, String> given = new HashMap<>();
    for (String name : OIDC) {
      Settings.value(environment, name).ifPresent(value -> given.put(oidcProperty(name), value));
    }
    if (given.isEmpty()) {
      return given;
    }
    if (given.size() < OIDC.size()) {
      throw new StartFailure("统一登录须同时设置 " + String.join("、", OIDC) + "。");
    }
    String issuer = String.valueOf(given.get(oidcProperty(OIDC.getFirst())));
    if (!issuer.matches("https://\\S+|http://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?(/\\S*)?")) {
      throw new StartFailure("SEEDBED_OIDC_ISSUER 应为 https:// 开头的网址，现在是“" + issuer + "”。");
    }
    Settings.value(environment, "SEEDBED_OIDC_CLAIM")
        .ifPresent(claim -> given.put(oidcProperty("SEEDBED_OIDC_CLAIM"), claim));
    return given;
  }

  private static String oidcProperty(String name) {
    return "seedbed.oidc."
        + name.substring("SEEDBED_OIDC_".length()).toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
