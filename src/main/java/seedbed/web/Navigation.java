package seedbed.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The places of the left navigation. A place whose page is not part of this build is not shown.
@Singleton
final class Navigation {

  private static final List<Group> ALL =
      List.of(
          new Group(
              null,
              List.of(
                  new Place("工作台", "/overview", false),
                  new Place("我的挂钩企业", "/portfolio", false),
                  new Place("应报事项", "/obligations", false),
                  new Place("待核实", "/confirmations", false),
                  new Place("查询企业", "/lookups", false))),
          new Group(
              "培育",
              List.of(
                  new Place("企业", "/companies", false),
                  new Place("入库申请", "/applications", false),
                  new Place("动态管理", "/reviews", false),
                  new Place("培育方案", "/plans", false),
                  new Place("申报计划", "/nominations", false),
                  new Place("年度填报表", "/sheets", false),
                  new Place("企业称号库", "/titles", false),
                  new Place("奖励兑现", "/rewards", false),
                  new Place("挂钩安排", "/assignments", false),
                  new Place("走访记录", "/visits", false),
                  new Place("运行情况表", "/operating-sheets", false),
                  new Place("联席会议", "/meetings", false),
                  new Place("议定事项", "/decisions", false),
                  new Place("信息通报", "/bulletins", false),
                  new Place("检查报备", "/inspections", false),
                  new Place("档案", "/archive", false),
                  new Place("数据导入", "/imports", false))),
          new Group("服务", List.of(new Place("企业诉求", "/requests", false))),
          new Group(
              "标准",
              List.of(
                  new Place("标准清单", "/editions", false),
                  new Place("版本比对", "/editions/comparison", false),
                  new Place("标准起草", "/drafts", false))),
          new Group(
              "管理",
              List.of(
                  new Place("联络员", "/aides", false),
                  new Place("提醒规则", "/reminder-rules", false),
                  new Place("工作日", "/working-days", false),
                  new Place("提醒发送", "/reminders/outbox", false),
                  new Place("定时任务", "/chores", false),
                  new Place("账号", "/accounts", false),
                  new Place("权限表", "/access", false),
                  new Place("审计记录", "/trail", false))));

  private final List<Group> existing;

  @Introspected
  record Group(@Nullable String label, List<Place> places) {}

  @Introspected
  record Place(String label, String path, boolean current) {

    boolean holds(String address) {
      return address.equals(path) || address.startsWith(path + "/");
    }
  }

  Navigation(Router router) {
    Set<String> pages =
        router
            .uriRoutes()
            .filter(route -> route.getHttpMethod() == HttpMethod.GET)
            .map(route -> route.getUriMatchTemplate().toPathString())
            .collect(Collectors.toUnmodifiableSet());
    existing =
        ALL.stream()
            .map(group ->
                new Group(
                    group.label,
                    group.places.stream().filter(place -> pages.contains(place.path)).toList()))
            .filter(group -> !group.places.isEmpty())
            .toList();
  }

  /// The paths of all places.
  Set<String> paths() {
    return existing.stream()
        .flatMap(group -> group.places.stream())
        .map(Place::path)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The places that are open to the visitor.
  List<Group> groups(String address, Visitor visitor) {
    var current = place(address);
    return existing.stream()
        .map(group ->
            new Group(
                group.label,
                group.places.stream()
                    .filter(place -> visitor.places().contains(place.path))
                    .map(place -> new Place(place.label, place.path, place.equals(current)))
                    .toList()))
        .filter(group -> !group.places.isEmpty())
        .toList();
  }

  /// The label of the place that an address belongs to.
  @Nullable String section(String address) {
    var place = place(address);
    return place == null ? null : place.label;
  }

  // The longest path wins: a comparison is a place of its own under the editions.
  private @Nullable Place place(String address) {
    return existing.stream()
        .flatMap(group -> group.places.stream())
        .filter(place -> place.holds(address))
        .max(Comparator.comparingInt(place -> place.path.length()))
        .orElse(null);
  }
}
