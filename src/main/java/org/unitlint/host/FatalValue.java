package org.unitlint.host;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.OnInvalid;
import org.unitlint.host.Refusal.Reason;
import org.unitlint.syntax.CommandLine;

/**
 * Values at which systemd stops reading: a fragment is refused with its unit, of a drop-in the rest
 * is left out.
 */
final class FatalValue {
  private FatalValue() {}

  /** Why systemd stops at the setting; empty if it reads on. */
  static Optional<Refusal> of(Setting setting, Catalog catalog, int version) {
    if (setting.directive().onInvalid() != OnInvalid.UNIT_REJECTED || setting.value().isEmpty()) {
      return Optional.empty();
    }
    boolean command = setting.directive().valueKind().equals("exec-command");
    boolean lenient =
        setting.text().matches("(?s)[@:+!|]*-.*")
            && (command || setting.name().equals("WorkingDirectory"));
    var specifiers = UnknownSpecifiers.in(setting, catalog, version);
    if (command && CommandLine.parse(setting.value(), version).isRefused()) {
      return Optional.of(new Refusal(Reason.BAD_COMMAND, setting.place()));
    }
    if (!lenient && !specifiers.isEmpty()) {
      return Optional.of(new Refusal(Reason.BAD_SPECIFIER, specifiers.get(0)));
    }
    if (!lenient && isRelativePath(setting)) {
      return Optional.of(new Refusal(Reason.RELATIVE_PATH, setting.place()));
    }
    return isTaken(setting)
        ? Optional.empty()
        : Optional.of(new Refusal(Reason.BAD_VALUE, setting.place()));
  }

  private static boolean isRelativePath(Setting setting) {
    return setting.directive().valueKind().startsWith("path")
        && !setting.is("~")
        && !RoughValues.isPath(setting.text());
  }

  private static boolean isTaken(Setting setting) {
    return switch (setting.directive().valueKind()) {
      case "boolean" -> Booleans.parse(setting.text()).isPresent();
      case "user-name", "group-name" -> RoughValues.isUser(setting.text());
      case "group-list" -> Stream.of(setting.text().split("\\s+")).allMatch(RoughValues::isUser);
      default -> true;
    };
  }
}
