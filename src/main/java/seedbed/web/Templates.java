package seedbed.web;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.context.JavaBeanValueResolver;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.context.MethodValueResolver;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.io.ResourceLoader;
import io.micronaut.core.io.Writable;
import io.micronaut.http.HttpRequest;
import io.micronaut.views.ViewsRenderer;
import io.micronaut.views.exceptions.ViewRenderingException;
import io.micronaut.views.handlebars.HandlebarsViewsRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Renders a page or a part from its model and the frame. A page is finished before its first byte
/// is sent, so that a fault in a template becomes an error page and never half a page.
@Singleton
@Replaces(HandlebarsViewsRenderer.class)
final class Templates implements ViewsRenderer<Object, HttpRequest<?>> {

  private static final String FOLDER = "views/";

  private final Handlebars handlebars;
  private final Frames frames;
  private final ResourceLoader resources;

  Templates(Handlebars handlebars, Frames frames, ResourceLoader resources) {
    this.handlebars = handlebars;
    this.frames = frames;
    this.resources = resources;
  }

  @Override
  public Writable render(String view, @Nullable Object model, @Nullable HttpRequest<?> request) {
    var page = text(view, model, request);
    return writer -> writer.write(page);
  }

  String text(String view, @Nullable Object model, @Nullable HttpRequest<?> request) {
    return text(view, model, request == null ? null : frames.of(request));
  }

  /// For a page that has to come out while the database is away.
  String alone(String view, @Nullable Object model, HttpRequest<?> request) {
    return text(view, model, frames.alone(request));
  }

  private String text(String view, @Nullable Object model, @Nullable Frame frame) {
    var context =
        Context.newBuilder(model)
            .resolver(
                MapValueResolver.INSTANCE,
                MethodValueResolver.INSTANCE,
                JavaBeanValueResolver.INSTANCE)
            .build();
    if (frame != null) {
      context.data(TemplateHelpers.FRAME, frame);
    }
    try {
      return handlebars.compile(FOLDER + view).apply(context);
    } catch (IOException | RuntimeException fault) {
      throw new ViewRenderingException("View " + view + ": " + fault.getMessage(), fault);
    }
  }

  @Override
  public boolean exists(String view) {
    return resources.getResource("classpath:" + FOLDER + view + ".hbs").isPresent();
  }
}
