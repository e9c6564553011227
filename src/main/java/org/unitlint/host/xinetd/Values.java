package org.unitlint.host.xinetd;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.KnownAttribute;
import org.unitlint.host.Programs;
import org.unitlint.source.Paths;
import org.unitlint.syntax.AsciiCase;
import org.unitlint.syntax.Value;
import org.unitlint.syntax.XinetdAttribute;
import org.unitlint.syntax.XinetdAttribute.Operator;

/**
 * The values of attributes, each kind as xinetd's own parser of it takes them. What is refused in
 * the end may have left a part behind.
 */
final class Values {
  /** Variables that xinetd hardly lacks. */
  private static final Set<String> COMMON_VARIABLES =
      Set.of("PATH", "LANG", "LANGUAGE", "HOME", "TZ", "SHELL", "LOGNAME", "USER", "TERM", "PWD");

  private final Catalog catalog = Catalog.standard();
  private final Surroundings around;
  private final ClientLists lists;
  private final LogValues logs;
  private final NumberValues numbers = new NumberValues();
  private final SocketValues sockets;

  Values(Surroundings around) {
    this.around = around;
    this.lists = new ClientLists(around.names());
    this.logs = new LogValues();
    this.sockets = new SocketValues(around.names());
  }

  /** Gives the values to the draft; what is wrong with them if they are refused. */
  Optional<Trouble> read(
      XinetdAttribute line, KnownAttribute attribute, Operator operator, Draft draft) {
    carriageReturn(line, draft);
    return switch (attribute.kind()) {
      case BOOLEAN -> yesOrNo(line, attribute.id(), draft);
      case USER -> account(line, draft, true);
      case GROUP -> account(line, draft, false);
      case PROGRAM -> program(line, draft);
      case ARGUMENTS -> arguments(line, draft);
      case TYPES -> flags(line, "type", draft.types, draft);
      case FLAGS -> flags(line, "flag", draft.flags, draft);
      case LOG_SUCCESS -> logFlags(line, "log_on_success", draft.logSuccess, operator, draft);
      case LOG_FAILURE -> logFlags(line, "log_on_failure", draft.logFailure, operator, draft);
      case LOG -> logs.read(line, draft);
      case ADDRESSES -> addresses(line, attribute.id(), operator, draft);
      case ENVIRONMENT -> environment(line, operator, draft);
      case VARIABLES -> variables(line, operator, draft);
      case IDS -> ids(line, attribute.id(), draft);
      case TEXT -> text(line, attribute.id(), draft);
      case FILE -> Optional.empty();
      case SOCKET_TYPE, PROTOCOL, ADDRESS, REDIRECT, PORT ->
          sockets.read(line, attribute.kind(), draft);
      default -> numbers.read(line, attribute, draft);
    };
  }

  private static void carriageReturn(XinetdAttribute line, Draft draft) {
    if (!line.values().isEmpty()) {
      var last = line.values().get(line.values().size() - 1);
      int length = last.text().length();
      if (last.text().endsWith("\r")) {
        draft.trouble(TroubleKind.CARRIAGE_RETURN, last.at(length - 1, length));
      }
    }
    for (int i = 0; i < line.values().size(); i++) {
      var word = line.values().get(i);
      if (word.text().startsWith("#")) {
        var last = line.values().get(line.values().size() - 1);
        draft.trouble(
            TroubleKind.COMMENT_IN_VALUES, word.place().to(last.place()), line.name().text());
        return;
      }
    }
  }

  private static Optional<Trouble> refuse(
      Draft draft, TroubleKind kind, Value word, XinetdAttribute line, String... more) {
    var said = new ArrayList<>(List.of(line.name().text(), word.text()));
    said.addAll(List.of(more));
    return Optional.of(draft.trouble(kind, word.place(), said.toArray(new String[0])));
  }

  private Optional<Trouble> yesOrNo(XinetdAttribute line, String id, Draft draft) {
    var word = line.values().get(0);
    boolean yes = AsciiCase.equal(word.text(), "yes");
    if (!yes && !AsciiCase.equal(word.text(), "no")) {
      return refuse(draft, TroubleKind.UNKNOWN_WORD, word, line, "boolean");
    }
    switch (id) {
      case "wait" -> draft.waits = yes;
      case "groups" -> draft.groups = yes;
      case "disable" -> disable(line, yes, draft);
      default -> {}
    }
    return Optional.empty();
  }

  private static void disable(XinetdAttribute line, boolean yes, Draft draft) {
    draft.disable = Optional.of(line);
    if (yes) {
      return;
    }
    draft.disabledBy.ifPresent(
        t -> draft.trouble(TroubleKind.REVIVED, line.place(), t.place(), line.name().text()));
    draft.disabledBy = Optional.empty();
  }

  private Optional<Trouble> account(XinetdAttribute line, Draft draft, boolean user) {
    var word = line.values().get(0);
    String name = word.text();
    if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
      var number = CNumbers.unsigned(name);
      if (number.isEmpty()) {
        return refuse(draft, TroubleKind.BAD_NUMBER, word, line);
      }
      numbers.unsigned(line, word, number.get(), draft);
    } else {
      boolean there =
          name.indexOf('\r') < 0
              && (user
                  ? around.accounts().mayHaveUser(name)
                  : around.accounts().mayHaveGroup(name));
      if (!there) {
        var kind = user ? TroubleKind.UNKNOWN_USER : TroubleKind.UNKNOWN_GROUP;
        return Optional.of(draft.trouble(kind, word.place(), name));
      }
    }
    if (user) {
      draft.user = name;
    } else {
      draft.group = name;
    }
    return Optional.empty();
  }

  private Optional<Trouble> program(XinetdAttribute line, Draft draft) {
    var word = line.values().get(0);
    String path = word.text();
    boolean absolute = path.startsWith("/");
    String full =
        Paths.normalize(absolute ? path : Paths.join(around.setup().workingFolder(), path));
    var answer = path.indexOf('\r') >= 0 ? Programs.Answer.MISSING : around.programs().at(full);
    switch (answer) {
      case MISSING -> {
        var kind = absolute ? TroubleKind.SERVER_MISSING : TroubleKind.SERVER_RELATIVE;
        return Optional.of(draft.trouble(kind, word.place(), path));
      }
      case NOT_EXECUTABLE -> {
        return Optional.of(draft.trouble(TroubleKind.SERVER_NOT_EXECUTABLE, word.place(), path));
      }
      case FOLDER -> draft.trouble(TroubleKind.SERVER_IS_FOLDER, word.place(), path);
      default -> {}
    }
    draft.server = path;
    return Optional.empty();
  }

  private Optional<Trouble> arguments(XinetdAttribute line, Draft draft) {
    if (line.values().isEmpty()) {
      return none(line, draft);
    }
    draft.arguments = line.values().stream().map(Value::text).toList();
    draft.nameInArguments = draft.has("NAMEINARGS");
    for (Value word : line.values()) {
      if (word.text().indexOf('"') >= 0 || word.text().indexOf('\'') >= 0) {
        draft.trouble(TroubleKind.QUOTES_IN_ARGUMENTS, word.place(), word.text());
        break;
      }
    }
    return Optional.empty();
  }

  static Optional<Trouble> none(XinetdAttribute line, Draft draft) {
    return Optional.of(draft.trouble(TroubleKind.NO_VALUES, line.place(), line.name().text()));
  }

  private Optional<Trouble> flags(XinetdAttribute line, String list, Set<String> set, Draft draft) {
    if (line.values().isEmpty()) {
      return none(line, draft);
    }
    return words(line, list, set, true, draft);
  }

  private Optional<Trouble> words(
      XinetdAttribute line, String list, Set<String> set, boolean add, Draft draft) {
    for (Value word : line.values()) {
      var known = known(list, word.text());
      if (known.isEmpty()) {
        return refuse(draft, TroubleKind.UNKNOWN_WORD, word, line, list);
      }
      if (add) {
        set.add(known.get());
      } else {
        set.remove(known.get());
      }
    }
    return Optional.empty();
  }

  private Optional<String> known(String list, String word) {
    return catalog.xinetd().words(list).stream().filter(w -> AsciiCase.equal(w, word)).findFirst();
  }

  private Optional<Trouble> logFlags(
      XinetdAttribute line, String list, Set<String> set, Operator operator, Draft draft) {
    if (operator == Operator.SET) {
      set.clear();
    }
    return words(line, list, set, operator != Operator.REMOVE, draft);
  }

  private Optional<Trouble> addresses(
      XinetdAttribute line, String id, Operator operator, Draft draft) {
    boolean only = id.equals("only_from");
    var before = (only ? draft.onlyFrom : draft.noAccess).orElse(List.of());
    var after = new ArrayList<>(operator == Operator.SET ? List.of() : before);
    var trouble = lists.read(line, operator, after, draft);
    if (only) {
      draft.onlyFrom = Optional.of(after);
    } else {
      draft.noAccess = Optional.of(after);
    }
    return trouble;
  }

  private static Optional<Trouble> environment(
      XinetdAttribute line, Operator operator, Draft draft) {
    if (operator == Operator.REMOVE) {
      return Optional.of(draft.trouble(TroubleKind.ENV_MINUS, line.sign().place()));
    }
    if (operator == Operator.SET) {
      draft.variables.clear();
    }
    for (Value word : line.values()) {
      if (word.text().indexOf('=') < 0) {
        return refuse(draft, TroubleKind.NO_EQUALS, word, line);
      }
      draft.variables.add(word.text());
    }
    return Optional.empty();
  }

  private static Optional<Trouble> variables(XinetdAttribute line, Operator operator, Draft draft) {
    var passed =
        new LinkedHashSet<>(
            operator == Operator.SET ? List.of() : draft.passedVariables.orElse(List.of()));
    for (Value word : line.values()) {
      if (operator == Operator.REMOVE) {
        passed.removeIf(v -> AsciiCase.equal(v, word.text()));
      } else if (passed.stream().noneMatch(v -> AsciiCase.equal(v, word.text()))) {
        passed.add(word.text());
        boolean common = COMMON_VARIABLES.contains(word.text()) || word.text().startsWith("LC_");
        if (!common) {
          draft.trouble(TroubleKind.UNDEFINED_VARIABLE, word.place(), word.text());
        }
      }
    }
    draft.passedVariables = Optional.of(List.copyOf(passed));
    return Optional.empty();
  }

  private static Optional<Trouble> ids(XinetdAttribute line, String id, Draft draft) {
    var set = id.equals("enabled") ? draft.enabled : draft.disabled;
    line.values().forEach(v -> set.add(v.text()));
    return Optional.empty();
  }

  private static Optional<Trouble> text(XinetdAttribute line, String id, Draft draft) {
    if (id.equals("id")) {
      draft.id = line.values().get(0).text();
    }
    return Optional.empty();
  }
}
