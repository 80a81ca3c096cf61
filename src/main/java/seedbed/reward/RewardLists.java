package seedbed.reward;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Reach;
import seedbed.company.Company;
import seedbed.company.Known;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.company.VisibleCompanies;
import seedbed.reward.VisibleRewards.Count;
import seedbed.reward.VisibleRewards.Query;
import seedbed.reward.VisibleRewards.Row;
import seedbed.reward.VisibleRewards.Sums;
import seedbed.web.Address;
import seedbed.web.Chips;
import seedbed.web.Chips.Chip;
import seedbed.web.Choice;
import seedbed.web.ChosenDay;
import seedbed.web.Formats;
import seedbed.web.PageRequest;
import seedbed.web.Pager;

/// Puts the register together: lines, filters with counts, sums.
@Singleton
class RewardLists {

  private final VisibleRewards visible;
  private final VisibleCompanies companies;
  private final Regions regions;
  private final Permissions permissions;

  RewardLists(
      VisibleRewards visible,
      VisibleCompanies companies,
      Regions regions,
      Permissions permissions) {
    this.visible = visible;
    this.companies = companies;
    this.regions = regions;
    this.permissions = permissions;
  }

  RewardList list(
      RewardFilter filter,
      PageRequest page,
      ChosenDay chosen,
      Address here,
      Permission permission) {
    Query query = filter.query();
    Known known = new Known(permission.scope(), chosen.day());
    boolean own = permission.reach() == Reach.COMPANY;
    Sums sums = visible.sums(query, known);
    List<Row> rows = visible.list(query, known, page.size(), page.offset());
    Amounts amounts = Amounts.of(rows, sums);
    return new RewardList(
        own,
        one(query, known),
        !chosen.past() && permissions.allow(permission.caller(), Act.KEEP_REWARDS),
        filter,
        List.of(years(filter, visible.years(known)), states(filter, visible.counts(query, known))),
        visible.items(known).stream().map(item -> new Choice(item, item)).toList(),
        own ? List.of() : towns(permission),
        sentence(sums),
        rows.stream().map(row -> line(row, amounts)).toList(),
        totals(sums, amounts),
        Pager.of(page, sums.rewards()),
        permissions.allow(permission.caller(), Act.EXPORT_REWARDS)
            ? new Address("/rewards.xlsx", here.without("page").without("size").parameters())
            : null);
  }

  private @Nullable String one(Query query, Known known) {
    return query.company() == null
        ? null
        : companies.find(query.company(), known).map(Company::name).orElse(null);
  }

  /// What a list is narrowed to, for its file.
  String words(RewardFilter filter, Known known) {
    Query query = filter.query();
    Standing standing = query.standing();
    List<String> words = new ArrayList<>();
    words.add(standing == null ? "有效登记" : standing.label());
    Stream.of(
            one(query, known),
            query.year() == null ? null : query.year() + " 年度",
            query.item() == null ? null : "奖励项目“" + query.item() + "”",
            query.town() == null ? null : "所在 " + place(query.town()),
            query.named() == null ? null : "名称、简称或代码含“" + query.named() + "”")
        .filter(Objects::nonNull)
        .forEach(words::add);
    return "筛选条件：" + String.join("；", words);
  }

  private String place(String code) {
    return regions.findByCode(code).map(Region::name).orElse(code);
  }

  private static Chips years(RewardFilter filter, List<Integer> years) {
    List<Chip> chips = new ArrayList<>();
    chips.add(new Chip("全部", "", null, filter.year() == null));
    years.forEach(year ->
        chips.add(
            new Chip(year + " 年度", year.toString(), null, year.toString().equals(filter.year()))));
    return new Chips("年度", "year", chips);
  }

  private static Chips states(RewardFilter filter, List<Count> counts) {
    Map<Standing, Long> by =
        counts.stream().collect(Collectors.toMap(Count::standing, Count::rewards));
    long standing =
        counts.stream()
            .filter(count -> count.standing() != Standing.VOIDED)
            .mapToLong(Count::rewards)
            .sum();
    List<Chip> chips = new ArrayList<>();
    chips.add(new Chip("有效登记", "", standing, filter.state() == null));
    Arrays.stream(Standing.values())
        .filter(each -> by.containsKey(each) || each.code().equals(filter.state()))
        .map(each ->
            new Chip(
                each.label(),
                each.code(),
                by.getOrDefault(each, 0L),
                each.code().equals(filter.state())))
        .forEach(chips::add);
    return new Chips("到位", "state", chips);
  }

  private List<Choice> towns(Permission permission) {
    String region = permission.caller().regionCode();
    return regions.subtree(region).stream()
        .filter(each -> each.code().length() > region.length())
        .map(each -> new Choice(each.code(), each.name()))
        .toList();
  }

  /// 实际奖励 100.00 万元（另有 2 项金额不明）.
  static String sentence(Sums sums) {
    return "应奖 %s，实际奖励 %s，已到位 %s。"
        .formatted(
            sum(sums.due(), sums.dueUnknown()),
            sum(sums.granted(), sums.grantedUnknown()),
            sum(sums.paid(), sums.paidUnknown()));
  }

  private static String sum(BigDecimal sum, long unknown) {
    return Formats.exact(sum)
        + " 万元"
        + (unknown == 0 ? "" : "（另有 " + Formats.count(unknown) + " 项金额不明，未计入）");
  }

  private static List<RewardList.Total> totals(Sums sums, Amounts amounts) {
    return List.of(
        new RewardList.Total("应奖", amounts.due().shown(sums.due()), sums.dueUnknown()),
        new RewardList.Total("实际", amounts.granted().shown(sums.granted()), sums.grantedUnknown()),
        new RewardList.Total("到位", amounts.paid().shown(sums.paid()), sums.paidUnknown()));
  }

  static RewardList.Line line(Row row, Amounts amounts) {
    return new RewardList.Line(
        row.id(),
        row.companyId(),
        row.company(),
        row.demo(),
        row.region(),
        row.year(),
        row.item(),
        row.level().label(),
        row.basis(),
        amounts.due(row),
        amounts.granted(row),
        row.reason(),
        row.decidedOn(),
        amounts.paid(row),
        row.paidOn(),
        row.standing(),
        row.voidReason());
  }
}
