package seedbed.audit;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Erases from the command line, by an order that is a file: who it is about, who decided, why.
@Singleton
public class ErasureCommand {

  /// Printed as it is: what the person who asked reads.
  private static final Logger CONSOLE = LoggerFactory.getLogger("console");

  private final Erasure erasure;
  private final Names names;
  private final Sealer sealer;

  ErasureCommand(Erasure erasure, Names names, Sealer sealer) {
    this.erasure = erasure;
    this.names = names;
    this.sealer = sealer;
  }

  /// What an order has to say, in this order.
  private enum Field {
    ACCOUNT("account", "登录名或账号编号"),
    ORDERED_BY("ordered-by", "作出决定的人"),
    REASON("reason", "理由和依据");

    private final String key;
    private final String meaning;

    Field(String key, String meaning) {
      this.key = key;
      this.meaning = meaning;
    }

    String in(Properties order) {
      return order.getProperty(key, "").strip();
    }
  }

  /// Whether what the order says has been done.
  public boolean erase(Path file) {
    try {
      return erase(read(file));
    } catch (IOException e) {
      CONSOLE.error("读不到删除决定 {}：请用 -Dorder=文件 指定一个 UTF-8 文本文件（{}）。", file, e.getMessage());
      return false;
    } catch (SQLException e) {
      CONSOLE.error("没有删除：修改审计记录需要表的所有者，请检查 SEEDBED_JDBC_OWNER_USER 和它的口令（{}）。", e.getMessage());
      return false;
    }
  }

  private boolean erase(Properties order) throws SQLException {
    for (Field field : Field.values()) {
      if (field.in(order).isEmpty()) {
        CONSOLE.error("删除决定里缺少一行“{}=…”（{}）。", field.key, field.meaning);
        return false;
      }
    }
    String who = Field.ACCOUNT.in(order);
    Optional<Long> account = account(who);
    if (account.isEmpty()) {
      CONSOLE.error("没有登录名为“{}”的账号；账号已不在时，请写账号编号。", who);
      return false;
    }
    Erasure.Erasing done =
        erasure.erase(account.get(), Field.ORDERED_BY.in(order), Field.REASON.in(order));
    sealer.sealNew();
    CONSOLE.info("账号 {}：删除前后内容 {} 处、来源地址 {} 处。", account.get(), done.details(), done.places());
    if (done.kept() > 0) {
      CONSOLE.info("{} 起的 {} 处未满六个月，依法须保存，届时请再次删除。", done.before(), done.kept());
    }
    return true;
  }

  private Optional<Long> account(String who) {
    return names
        .account(who)
        .or(() -> who.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(who)) : Optional.empty());
  }

  private static Properties read(Path file) throws IOException {
    var order = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      order.load(reader);
    }
    return order;
  }
}
