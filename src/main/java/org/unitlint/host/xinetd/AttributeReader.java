package org.unitlint.host.xinetd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.KnownAttribute.Count;
import org.unitlint.syntax.AsciiCase;
import org.unitlint.syntax.Value;
import org.unitlint.syntax.XinetdAttribute;

/** Gives the lines of one entry to it. As xinetd's identify_attribute. */
final class AttributeReader {
  private final Catalog catalog = Catalog.standard();
  private final Values values;
  private final boolean inDefaults;

  AttributeReader(Surroundings surroundings, boolean inDefaults) {
    this.values = new Values(surroundings);
    this.inDefaults = inDefaults;
  }

  /** What is wrong with the value, if it is refused. */
  Optional<Trouble> read(XinetdAttribute line, Draft draft) {
    var known = catalog.xinetd().attribute(AsciiCase.lower(line.name().text()));
    var count = known.flatMap(k -> inDefaults ? k.inDefaults() : k.values());
    if (known.isEmpty() || count.isEmpty()) {
      draft.trouble(
          inDefaults ? TroubleKind.NOT_IN_DEFAULTS : TroubleKind.UNKNOWN_ATTRIBUTE,
          line.name().place(),
          line.name().text());
      return Optional.empty();
    }
    var attribute = known.get();
    boolean changeable = inDefaults ? count.get() == Count.ANY : attribute.changeable();
    if (!changeable && !mayBeSet(line, attribute.id(), draft)) {
      return Optional.empty();
    }
    int given = line.values().size();
    var number = count.get().number();
    if (number.isPresent() && number.get() != given) {
      draft.trouble(
          TroubleKind.WRONG_COUNT,
          line.valuesPlace(),
          line.name().text(),
          number.get().toString(),
          String.valueOf(given));
      draft.refused.add(attribute.id());
      return Optional.empty();
    }
    var operator =
        inDefaults && changeable && line.operator() == XinetdAttribute.Operator.SET
            ? XinetdAttribute.Operator.ADD
            : line.operator();
    var trouble = values.read(line, attribute, operator, draft);
    if (trouble.isEmpty()) {
      take(line, attribute.id(), operator, draft);
    } else {
      draft.refused.add(attribute.id());
    }
    return trouble;
  }

  private static boolean mayBeSet(XinetdAttribute line, String id, Draft draft) {
    if (draft.isSpecified(id)) {
      var lines = draft.written.get(id);
      draft.trouble(
          TroubleKind.ALREADY_SET, line.name().place(), lines.get(0).place(), line.name().text());
      return false;
    }
    if (line.operator() != XinetdAttribute.Operator.SET) {
      draft.trouble(
          TroubleKind.WRONG_OPERATOR, line.sign().place(), line.name().text(), line.sign().text());
      draft.refused.add(id);
      return false;
    }
    return true;
  }

  private void take(
      XinetdAttribute line, String id, XinetdAttribute.Operator operator, Draft draft) {
    boolean inherited = draft.origins.get(id) == Origin.DEFAULTS && !inDefaults;
    boolean replaced = operator == XinetdAttribute.Operator.SET;
    draft.specified.add(id);
    draft.origins.put(
        id,
        inDefaults
            ? Origin.DEFAULTS
            : inherited && !replaced || draft.origins.get(id) == Origin.BOTH && !replaced
                ? Origin.BOTH
                : Origin.SERVICE);
    var lines = replaced ? new ArrayList<XinetdAttribute>() : lines(draft, id);
    lines.add(line);
    draft.written.put(id, lines);
    draft.words.put(id, words(line, id, operator, draft));
  }

  private static List<XinetdAttribute> lines(Draft draft, String id) {
    return new ArrayList<>(draft.written.getOrDefault(id, List.of()));
  }

  /** The values that hold when the line was read; those of clients are kept as what they mean. */
  private static List<String> words(
      XinetdAttribute line, String id, XinetdAttribute.Operator operator, Draft draft) {
    return switch (id) {
      case "log_on_success" -> List.copyOf(draft.logSuccess);
      case "log_on_failure" -> List.copyOf(draft.logFailure);
      case "only_from", "no_access" -> List.of();
      case "passenv" -> draft.passedVariables.orElse(List.of());
      case "env" -> List.copyOf(draft.variables);
      case "enabled" -> List.copyOf(draft.enabled);
      case "disabled" -> List.copyOf(draft.disabled);
      default -> line.values().stream().map(Value::text).toList();
    };
  }
}
