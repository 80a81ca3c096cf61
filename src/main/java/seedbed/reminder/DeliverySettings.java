package seedbed.reminder;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where reminders go beside the product itself. Each way is off until it is set up.
///
/// @param mailFrom who mails come from; no mail is sent without it
/// @param robots one group robot each: `wecom 320682 https://…`, with the region it is for, and for
///   DingTalk its secret behind the address
/// @param hosts which hosts robots may be at
/// @param backOff how long to wait after each try that failed; after the last one it is given up
/// @param lease within which one node sends what it took
@ConfigurationProperties("seedbed.reminder")
record DeliverySettings(
    @Nullable String mailFrom,
    @Bindable(defaultValue = "") String robots,
    @Bindable(defaultValue = "qyapi.weixin.qq.com,oapi.dingtalk.com") List<String> hosts,
    @Bindable(defaultValue = "1m,5m,30m,2h,12h") List<Duration> backOff,
    @Bindable(defaultValue = "10m") Duration lease) {

  boolean mails() {
    return mailFrom != null && !mailFrom.isBlank();
  }
}
