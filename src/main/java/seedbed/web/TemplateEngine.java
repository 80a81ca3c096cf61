package seedbed.web;

import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.views.handlebars.HandlebarsFactory;
import jakarta.inject.Singleton;

/// Sets Handlebars up for the templates of Seedbed.
@Factory
final class TemplateEngine {

  @Singleton
  @Replaces(value = Handlebars.class, factory = HandlebarsFactory.class)
  Handlebars handlebars(TemplateHelpers helpers) {
    // A missing name stays empty instead of being looked for in what surrounds it; the content of
    // the layout is rendered once, not once more beforehand; parts may hold themselves, as findings
    // hold findings.
    var handlebars =
        new Handlebars()
            .with(new ConcurrentMapTemplateCache())
            .parentScopeResolution(false)
            .preEvaluatePartialBlocks(false)
            .infiniteLoops(true);
    helpers.register(handlebars);
    return handlebars;
  }
}
