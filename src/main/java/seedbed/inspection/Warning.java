package seedbed.inspection;

import java.time.LocalDate;

/// Something about a filing that is missing or looks wrong. It is pointed out and kept with the
/// filing; it never holds anything up, since a filing is told and not asked for. Only what nobody
/// can read is asked for again, see [FilingErrors].
sealed interface Warning {

  /// The field it is about; empty for the whole.
  String field();

  /// What was found and what to do.
  String sentence();

  /// Where the rule stands.
  String clause();

  /// A field that the record of an inspection has to have.
  record Missing(String field, String clause) implements Warning {
    @Override
    public String sentence() {
      return "没有填写“" + Filing.label(field) + "”，请补上；报备以后也可以补充。";
    }
  }

  /// What [FilingErrors] says of a field.
  record Unreadable(String field, String sentence) implements Warning {
    @Override
    public String clause() {
      return Warnings.FORM;
    }
  }

  record TooFewOfficers(int found, int needed) implements Warning {
    @Override
    public String field() {
      return "officer-1";
    }

    @Override
    public String sentence() {
      return "执法人员填了 %d 名，不得少于 %d 名；辅助人员、网格员和中介人员不计。".formatted(found, needed);
    }

    @Override
    public String clause() {
      return Warnings.STATE_COUNCIL;
    }
  }

  /// The same person, by certificate or, where one has none, by name.
  record SameOfficer(String field, int first, int again, String who) implements Warning {
    @Override
    public String sentence() {
      return "检查人员 %d 与检查人员 %d 是同一人（%s），只计一名，请核对。".formatted(again, first, who);
    }

    @Override
    public String clause() {
      return Warnings.STATE_COUNCIL;
    }
  }

  record NoCertificate(String field, String name) implements Warning {
    @Override
    public String sentence() {
      return (name.isEmpty() ? "检查人员" : name) + "没有填写执法证号或姓名；没有执法证的不能检查。";
    }

    @Override
    public String clause() {
      return Warnings.STATE_COUNCIL;
    }
  }

  record CertificateEnds(String field, String name, LocalDate until, LocalDate visit)
      implements Warning {
    @Override
    public String sentence() {
      return "%s的执法证有效期至 %s，检查当天（%s）已经失效。".formatted(name, until, visit);
    }

    @Override
    public String clause() {
      return Warnings.STATE_COUNCIL;
    }
  }

  record NoUnitPlan(int year) implements Warning {
    @Override
    public String field() {
      return "item";
    }

    @Override
    public String sentence() {
      return "本单位没有登记 " + year + " 年度检查计划，无法核对事项和频次上限：是否在计划内未知。";
    }

    @Override
    public String clause() {
      return Warnings.STATE_COUNCIL;
    }
  }

  record OffList(String item, int year) implements Warning {
    @Override
    public String field() {
      return "item";
    }

    @Override
    public String sentence() {
      return "“%s”不在本单位 %d 年度检查计划的事项中；没有公布的事项不得检查。".formatted(item, year);
    }

    @Override
    public String clause() {
      return Warnings.STATE_COUNCIL;
    }
  }

  record OverLimit(int limit, int before) implements Warning {
    @Override
    public String field() {
      return "counts";
    }

    @Override
    public String sentence() {
      return "本单位对一家企业的年度上限是 %d 次，本年度已计入 %d 次，这一次将超过上限；依法必须进行的，请写明理由。".formatted(limit, before);
    }

    @Override
    public String clause() {
      return Warnings.STATE_COUNCIL;
    }
  }

  record UncountedWithoutReason() implements Warning {
    @Override
    public String field() {
      return "counts-reason";
    }

    @Override
    public String sentence() {
      return "选择了不计入年度频次，请写明理由（如投诉举报、转办交办、企业申请、上级专项）。";
    }

    @Override
    public String clause() {
      return Warnings.STATE_COUNCIL;
    }
  }

  record NoSpecialApproval() implements Warning {
    @Override
    public String field() {
      return "special-approval";
    }

    @Override
    public String sentence() {
      return "专项检查应当有县级以上政府或者上级机关批准的计划，没有填写批准文号。";
    }

    @Override
    public String clause() {
      return Warnings.STATE_COUNCIL;
    }
  }

  record NotNecessary(String area) implements Warning {
    @Override
    public String field() {
      return "necessary";
    }

    @Override
    public String sentence() {
      return "“必要的安全环保检查”只指安全、环保，“" + area + "”不在其中，按须报备办理。";
    }

    @Override
    public String clause() {
      return Warnings.CITY;
    }
  }

  record NeighbourVisit(String unit, LocalDate on) implements Warning {
    @Override
    public String field() {
      return "partners";
    }

    @Override
    public String sentence() {
      return "%s 计划 %s 检查这家企业，请考虑合并或者联合检查（综合查一次）。".formatted(unit, on);
    }

    @Override
    public String clause() {
      return Warnings.STATE_COUNCIL;
    }
  }

  /// Filed after the visit.
  record Afterwards(LocalDate visit, LocalDate today) implements Warning {
    @Override
    public String field() {
      return "emergency";
    }

    @Override
    public String sentence() {
      return "检查日期 %s 早于报备日期 %s，按“先查后报”登记，请写明紧急情况和理由。".formatted(visit, today);
    }

    @Override
    public String clause() {
      return Warnings.FORM;
    }
  }

  record EnteredLate(long days, int allowed) implements Warning {
    @Override
    public String field() {
      return "emergency";
    }

    @Override
    public String sentence() {
      return "检查以后第 %d 天才补报，补报期限是 %d 天。".formatted(days, allowed);
    }

    @Override
    public String clause() {
      return Warnings.FORM + "，参照深圳市行政检查扫码10日内补录的规定";
    }
  }

  record DutyUnknown() implements Warning {
    @Override
    public String field() {
      return "";
    }

    @Override
    public String sentence() {
      return "企业的称号登记没有核对完整，是否须报备未知；照常报备即可。";
    }

    @Override
    public String clause() {
      return Warnings.CITY;
    }
  }
}
