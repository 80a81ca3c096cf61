package seedbed.reward;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.reward.VisibleRewards.Row;
import seedbed.web.Address;
import seedbed.web.ChosenDay;
import seedbed.web.Field;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.PageRequest;
import seedbed.web.Refusal;

/// The register of rewards as a list and one by one, and that an entry was wrong.
@Hidden
@Controller("/rewards")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class RewardPages {

  private final RewardLists lists;
  private final RewardReading reading;
  private final Rewarding rewarding;

  RewardPages(RewardLists lists, RewardReading reading, Rewarding rewarding) {
    this.lists = lists;
    this.reading = reading;
    this.rewarding = rewarding;
  }

  /// A page beyond the end leads to the last one.
  @Get
  HttpResponse<?> index(
      @RequestBean RewardFilter filter,
      PageRequest page,
      ChosenDay chosen,
      Permission permission,
      HttpRequest<?> request) {
    Address here = Address.of(request);
    RewardList shown = lists.list(filter, page, chosen, here, permission);
    return shown.pager().beyond()
        ? HttpResponse.seeOther(here.with("page", shown.pager().pages()).uri())
        : HttpResponse.ok(new ModelAndView<>("rewards/index", shown));
  }

  @Get("/{id}")
  @View(RewardReading.SHOW)
  RewardPage show(long id, ChosenDay chosen, Permission permission) {
    return reading.page(
        reading.found(id, permission, chosen.day()),
        permission,
        chosen.day(),
        RewardPage.Typed.NOTHING,
        FormErrors.NONE);
  }

  @Post("/{id}/voidance")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> voidEntry(
      long id, @Body RewardPage.Typed form, Permission permission, Deed deed) {
    Row row = reading.found(id, permission);
    try {
      String reason = Field.of("reason", form.reason()).text(Rewarding.LONGEST_REASON, "请写明作废的原因。");
      rewarding.voidEntry(reading.reward(id), reason, permission.caller().username());
      deed.changed("登记", "有效", "作废").noted("作废：" + reason);
      return Flash.seeOther(address(id), "已作废，登记和原因留在历史里；需要的请重新登记。");
    } catch (Refusal.Invalid refused) {
      return reading.refused(row, permission, form, refused);
    }
  }

  static Address address(long id) {
    return Address.of("/rewards/" + id);
  }
}
