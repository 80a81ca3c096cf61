package seedbed.bulletin;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// A line over time as a picture for paper. It has no letters, so that it needs no fonts: its
/// points stand above the columns of the table below it, which says what they are.
final class TrendPicture {

  private static final int WIDTH = 1_560;
  private static final int HEIGHT = 360;
  private static final int MARGIN = 40;
  private static final float LINE = 5;
  private static final double DOT = 20;
  private static final Color BLUE = new Color(0x1F, 0x5F, 0xBF);
  private static final Color AXIS = new Color(0x9A, 0xA3, 0xAF);

  private TrendPicture() {}

  /// @param shares of the columns below, the first of which is the table's own
  static byte[] png(List<? extends @Nullable BigDecimal> values, List<Integer> shares) {
    var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setStroke(new BasicStroke(2));
    pen.setColor(AXIS);
    pen.draw(new Line2D.Double(0, HEIGHT - MARGIN, WIDTH, HEIGHT - MARGIN));
    pen.setColor(BLUE);
    pen.setStroke(new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    line(pen, values, shares);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  // A value that is missing leaves a gap.
  private static void line(
      Graphics2D pen, List<? extends @Nullable BigDecimal> values, List<Integer> shares) {
    double highest =
        values.stream()
            .filter(Objects::nonNull)
            .mapToDouble(BigDecimal::doubleValue)
            .max()
            .orElse(0);
    Point2D last = null;
    for (int place = 0; place < values.size(); place++) {
      BigDecimal value = values.get(place);
      if (value == null) {
        last = null;
        continue;
      }
      Point2D point = point(value.doubleValue(), highest, middle(shares, place + 1));
      if (last != null) {
        pen.draw(new Line2D.Double(last, point));
      }
      pen.fill(new Ellipse2D.Double(point.getX() - DOT / 2, point.getY() - DOT / 2, DOT, DOT));
      last = point;
    }
  }

  private static Point2D point(double value, double highest, double x) {
    double room = HEIGHT - 2.0 * MARGIN;
    return new Point2D.Double(
        x, HEIGHT - MARGIN - (highest <= 0 ? 0 : Math.max(value, 0) / highest * room));
  }

  private static double middle(List<Integer> shares, int column) {
    double all = shares.stream().mapToInt(Integer::intValue).sum();
    double before = shares.subList(0, column).stream().mapToInt(Integer::intValue).sum();
    return (before + shares.get(column) / 2.0) / all * WIDTH;
  }
}
