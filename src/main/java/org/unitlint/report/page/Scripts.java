package org.unitlint.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The programs and styles that a page brings along, as text. */
final class Scripts {
  private static final String LIBRARIES = "/META-INF/resources/webjars/";

  /** The parts of d3 that pan and zoom, each after those that it uses. */
  private static final List<String> ZOOMING =
      List.of(
          "d3-dispatch/3.0.1/dist/d3-dispatch.min.js",
          "d3-color/3.1.0/dist/d3-color.min.js",
          "d3-interpolate/3.0.1/dist/d3-interpolate.min.js",
          "d3-timer/3.0.1/dist/d3-timer.min.js",
          "d3-ease/3.0.1/dist/d3-ease.min.js",
          "d3-selection/3.0.0/dist/d3-selection.min.js",
          "d3-drag/3.0.0/dist/d3-drag.min.js",
          "d3-transition/3.0.1/dist/d3-transition.min.js",
          "d3-zoom/3.0.0/dist/d3-zoom.min.js");

  private static final List<String> OWN =
      List.of(
          "report-graph.js",
          "report-zoom.js",
          "report-lists.js",
          "report-near.js",
          "report-focus.js",
          "report-time.js",
          "report.js");

  private Scripts() {}

  /** The library that pans and zooms. */
  static String zooming() throws IOException {
    var text = new StringBuilder();
    for (String file : ZOOMING) {
      text.append(text(LIBRARIES + file)).append('\n');
    }
    return text.toString();
  }

  /** What the page does with a pointer and keys. */
  static String own() throws IOException {
    var text = new StringBuilder();
    for (String file : OWN) {
      text.append(text(file));
    }
    return text.toString();
  }

  /** The page's own style, beside the theme of pictures. */
  static String style() throws IOException {
    return text("report.css");
  }

  private static String text(String name) throws IOException {
    try (InputStream in = Scripts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("there is no " + name + " in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What a content security policy calls a script of that text. */
  static String source(String script) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
