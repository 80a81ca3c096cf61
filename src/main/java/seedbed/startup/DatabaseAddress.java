package seedbed.startup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/// Where the database is and who signs in to it.
record DatabaseAddress(String url, String user, String password) {

  private static final int UNKNOWN_DATABASE = 1049;
  private static final int DATABASE_NOT_ALLOWED = 1044;

  Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "10000");
    return DriverManager.getConnection(url, properties);
  }

  /// The address for the pool, with what every connection needs: whole batches in one statement,
  /// and Chinese time whatever the zone of the server or of this machine. It stands in the address
  /// because the pool does not hand its data source properties on to the driver.
  String pooledUrl() {
    return url
        + (url.contains("?") ? "&" : "?")
        + "rewriteBatchedStatements=true&connectTimeout=10000"
        + "&connectionTimeZone=%2B08:00&forceConnectionTimeZoneToSession=true";
  }

  /// What the pool is told, whose user serves requests.
  Map<String, String> poolProperties() {
    return Map.of(
        "datasources.default.url", pooledUrl(),
        "datasources.default.username", user,
        "datasources.default.password", password);
  }

  /// What migrations are told when they are another user's.
  Map<String, String> ownerProperties() {
    return Map.of(
        "flyway.datasources.default.url", pooledUrl(),
        "flyway.datasources.default.user", user,
        "flyway.datasources.default.password", password);
  }

  /// Connects once, so that a wrong setting is named before anything else is built on it.
  void check() {
    if (!url.startsWith("jdbc:mysql://")) {
      throw new StartFailure(
          "SEEDBED_JDBC_URL 应以 jdbc:mysql:// 开头，例如"
              + " jdbc:mysql://127.0.0.1:3306/seedbed，现在是 "
              + url
              + "。");
    }
    try (Connection connection = connect()) {
      String schema = connection.getCatalog();
      if (schema == null || schema.isEmpty()) {
        throw new StartFailure(
            "SEEDBED_JDBC_URL 没有写库名：请在地址末尾加上，例如 jdbc:mysql://127.0.0.1:3306/seedbed。");
      }
    } catch (SQLException e) {
      throw new StartFailure(explanation(e), e);
    }
  }

  private String explanation(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.startsWith("28")) {
      return "数据库拒绝了用户 " + user + " 的登录：请检查 SEEDBED_JDBC_USER 和 SEEDBED_JDBC_PASSWORD。";
    }
    if (e.getErrorCode() == UNKNOWN_DATABASE || e.getErrorCode() == DATABASE_NOT_ALLOWED) {
      return "数据库服务器上没有 SEEDBED_JDBC_URL 所写的库，或用户 " + user + " 无权使用它：请先建库（字符集 utf8mb4）并授权，再启动。";
    }
    return "连不上数据库 "
        + url
        + "：请确认数据库已经启动，并检查 SEEDBED_JDBC_URL 的主机、端口和参数（"
        + firstLine(String.valueOf(e.getMessage()))
        + "）。";
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  /// Without the password, so that it never reaches a log.
  @Override
  public String toString() {
    return url + " (" + user + ")";
  }
}
