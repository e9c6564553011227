package org.unitlint.boot.profile;

import java.util.Optional;
import org.unitlint.host.Setting;
import org.unitlint.host.Specifiers;
import org.unitlint.host.UnitName;
import org.unitlint.host.value.Condition;

/** Reads conditions with specifiers which only a profile can tell. */
final class LateSpecifiers {
  private static final String BOOT_ID = "00000000000000000000000000000001";

  private LateSpecifiers() {}

  /** The condition; empty where even the profile does not tell what a specifier stands for. */
  static Optional<Condition> read(
      Setting setting, Specifiers specifiers, UnitName unit, Trail trail) {
    String text = setting.text();
    boolean trigger = text.startsWith("|");
    String rest = trigger ? text.substring(1).stripLeading() : text;
    boolean negated = rest.startsWith("!");
    rest = negated ? rest.substring(1).stripLeading() : rest;
    return expand(rest, specifiers, unit, trail)
        .map(expression -> new Condition(trigger, negated, "", expression));
  }

  private static Optional<String> expand(
      String text, Specifiers specifiers, UnitName unit, Trail trail) {
    var expanded = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%' || i + 1 == text.length()) {
        expanded.append(c);
        continue;
      }
      char which = text.charAt(++i);
      var value = specifiers.value(which, unit).or(() -> of(which, trail));
      if (which == '%') {
        expanded.append('%');
      } else if (value.isPresent()) {
        expanded.append(value.get());
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(expanded.toString());
  }

  private static Optional<String> of(char which, Trail trail) {
    return switch (which) {
      case 'v' -> Optional.of(trail.text("kernel-version"));
      case 'a' -> Optional.of(trail.text("architecture"));
      case 'm' -> Optional.of(trail.text("machine-id"));
      case 'H', 'q' -> Optional.of(trail.text("host-name"));
      case 'l' -> Optional.of(firstLabel(trail.text("host-name")));
      case 'b' -> Optional.of(BOOT_ID);
      case 'o' -> Optional.of(trail.text("os-release:ID"));
      case 'w' -> Optional.of(trail.text("os-release:VERSION_ID"));
      case 'W' -> Optional.of(trail.text("os-release:VARIANT_ID"));
      case 'B' -> Optional.of(trail.text("os-release:BUILD_ID"));
      case 'M' -> Optional.of(trail.text("os-release:IMAGE_ID"));
      case 'A' -> Optional.of(trail.text("os-release:IMAGE_VERSION"));
      default -> Optional.empty();
    };
  }

  private static String firstLabel(String host) {
    int dot = host.indexOf('.');
    return dot < 0 ? host : host.substring(0, dot);
  }
}
