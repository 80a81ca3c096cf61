package seedbed.signin;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import seedbed.access.Caller;
import seedbed.access.Doors;

/// Sends everybody to the page that person begins with.
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
class FirstPage {

  private final Doors doors;

  FirstPage(Doors doors) {
    this.doors = doors;
  }

  @Get
  HttpResponse<?> open(Caller caller) {
    return HttpResponse.seeOther(URI.create(doors.first(caller)));
  }
}
