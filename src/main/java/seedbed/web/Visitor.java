package seedbed.web;

import io.micronaut.core.annotation.Introspected;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who looks at a page, as far as its frame shows it.
///
/// @param name nothing when nobody is signed in
/// @param role in words
/// @param formToken what every form of the page carries
/// @param places the paths of the navigation that are open to the visitor
@Introspected
public record Visitor(
    @Nullable String name, @Nullable String role, String formToken, Set<String> places) {

  public static final Visitor NOBODY = new Visitor(null, null, "", Set.of());

  public boolean signedIn() {
    return name != null;
  }
}
