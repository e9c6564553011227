package org.unitlint.host.xinetd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;
import org.unitlint.source.Source;
import org.unitlint.syntax.AsciiCase;
import org.unitlint.syntax.InetdFile;
import org.unitlint.syntax.Value;
import org.unitlint.syntax.XinetdAttribute;
import org.unitlint.syntax.XinetdEntry;
import org.unitlint.syntax.XinetdFile;
import org.unitlint.syntax.XinetdFlaw;
import org.unitlint.syntax.XinetdInclude;

/**
 * Reads all files of a configuration in xinetd's order. As parse_conf_file and handle_includedir.
 */
final class ConfigReader {
  private static final int MAX_BYTES = 4 << 20;
  private static final int MAX_DEPTH = 64;
  private static final List<String> BACKUPS = List.of("_old", "-old", "_bak", "-bak", "-backup");

  private final Surroundings around;
  private final Map<String, XinetdFile> files = new LinkedHashMap<>();
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Map<String, Source> named = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<Draft, Outcome> settled = new LinkedHashMap<>();
  private final Draft defaults;
  private final AttributeReader inDefaults;
  private final AttributeReader inService;
  private Optional<Trouble> exit = Optional.empty();

  ConfigReader(Surroundings around) {
    this.around = around;
    this.inDefaults = new AttributeReader(around, true);
    this.inService = new AttributeReader(around, false);
    var nowhere = Source.of(around.setup().mainFile(), "").whole();
    this.defaults = new Draft(around.setup().mainFile(), "defaults", nowhere);
  }

  XinetdConfig read() {
    String main = absolute(around.setup().mainFile());
    var file = file(main);
    if (file.isEmpty()) {
      var trouble = Trouble.of(TroubleKind.NO_MAIN_FILE, named(main), main);
      troubles.add(trouble);
      exit = Optional.of(trouble);
    } else {
      parse(file.get(), main);
      if (around.setup().inetd()) {
        inetd();
      }
    }
    var completion = new Completion(around, defaults, drafts, settled, exit);
    var services = completion.services();
    troubles.addAll(defaults.troubles);
    return new XinetdConfig(files, sources, named, defaults.settings(), services, troubles, exit);
  }

  private String absolute(String path) {
    return Paths.normalize(
        path.startsWith("/") ? path : Paths.join(around.setup().workingFolder(), path));
  }

  /** The parsed file at the path, links followed; empty for what cannot be read. */
  private Optional<XinetdFile> file(String path) {
    var known = files.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    var source = source(path);
    source.ifPresent(s -> files.put(path, XinetdFile.parse(s)));
    return source.map(s -> files.get(path));
  }

  private Optional<Source> source(String path) {
    var resolved = Paths.resolve(around.tree(), path);
    if (!resolved.node().is(Node.Kind.FILE)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = around.tree().read(resolved.path(), MAX_BYTES);
      var source = Source.of(around.tree().display(path), bytes);
      sources.put(path, source);
      return Optional.of(source);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void parse(XinetdFile file, String path) {
    String resolved = resolved(path);
    open.add(resolved);
    var owners = new HashMap<XinetdFlaw, Draft>();
    int next = 0;
    for (var item : file.items()) {
      next = flaws(file, next, item.span().start(), path, owners);
      if (item instanceof XinetdInclude include) {
        include(include);
      } else if (item instanceof XinetdEntry entry) {
        entry(entry, path).ifPresent(d -> entry.flaw().ifPresent(f -> owners.put(f, d)));
      }
    }
    flaws(file, next, Integer.MAX_VALUE, path, owners);
    open.remove(resolved);
  }

  /** Takes up the flaws from the index on that stand before the offset; the index of the next. */
  private int flaws(
      XinetdFile file, int from, int before, String path, Map<XinetdFlaw, Draft> owners) {
    int next = from;
    for (; next < file.flaws().size(); next++) {
      var flaw = file.flaws().get(next);
      if (flaw.place().span().start() >= before) {
        break;
      }
      flaw(flaw, path, Optional.ofNullable(owners.get(flaw)));
    }
    return next;
  }

  private String resolved(String path) {
    return Paths.resolve(around.tree(), path).path();
  }

  /** A flaw of the text: the trouble of its entry, if any, and of the services that it swallows. */
  private void flaw(XinetdFlaw flaw, String path, Optional<Draft> owner) {
    boolean unread = owner.filter(d -> settled.get(d).isDisabled()).isPresent();
    if (unread && flaw.swallowed().isEmpty()) {
      return;
    }
    var trouble = malformed(flaw);
    owner.ifPresentOrElse(d -> d.troubles.add(trouble), () -> troubles.add(trouble));
    for (Value name : flaw.swallowed()) {
      var draft = new Draft(path, name.text(), name.place());
      drafts.add(draft);
      settled.put(draft, Outcome.of(Outcome.State.SWALLOWED, trouble));
    }
  }

  private static Trouble malformed(XinetdFlaw flaw) {
    return Trouble.of(
        TroubleKind.MALFORMED, flaw.place(), flaw.kind().name(), String.valueOf(flaw.line()));
  }

  private Optional<Draft> entry(XinetdEntry entry, String path) {
    for (Value word : entry.ignored()) {
      if (!word.text().startsWith("{") && !word.text().isBlank()) {
        troubles.add(Trouble.of(TroubleKind.IGNORED_WORDS, word.place(), word.text()));
        break;
      }
    }
    if (entry.kind() == XinetdEntry.Kind.DEFAULTS) {
      boolean read =
          entry.flaw().filter(f -> f.kind() == XinetdFlaw.Kind.SECOND_DEFAULTS).isEmpty();
      if (read) {
        defaults(entry);
      }
      return Optional.empty();
    }
    var draft = new Draft(path, entry.name().text(), entry.head());
    drafts.add(draft);
    inherit(draft);
    var outcome = attributes(entry, draft);
    if (outcome.isPresent()) {
      settled.put(draft, outcome.get());
    } else if (entry.flaw().isPresent()) {
      var flaw = entry.flaw().get();
      settled.put(draft, Outcome.of(Outcome.State.DROPPED, malformed(flaw)));
    }
    return Optional.of(draft);
  }

  private void defaults(XinetdEntry entry) {
    for (XinetdAttribute line : entry.attributes()) {
      var bad = inDefaults.read(line, defaults);
      if (bad.isPresent() && exit.isEmpty()) {
        var trouble =
            Trouble.of(
                TroubleKind.DEFAULTS_END_XINETD,
                bad.get().place(),
                line.place(),
                line.name().text());
        exit = Optional.of(trouble);
        troubles.add(trouble);
      }
    }
  }

  /** What a service takes over when its entry begins. As get_service_entry. */
  private void inherit(Draft draft) {
    if (defaults.isSpecified("log_on_success")) {
      draft.logSuccess.addAll(defaults.logSuccess);
    }
    if (defaults.isSpecified("log_on_failure")) {
      draft.logFailure.addAll(defaults.logFailure);
    }
    draft.onlyFrom = defaults.onlyFrom;
    draft.noAccess = defaults.noAccess;
    draft.passedVariables = defaults.passedVariables;
    for (String attribute : Completion.FIRST) {
      if (defaults.isSpecified(attribute)) {
        draft.inherit(attribute, defaults);
      }
    }
  }

  /** Reads the lines of a service; what it comes to if it is disabled on the way. */
  private Optional<Outcome> attributes(XinetdEntry entry, Draft draft) {
    for (XinetdAttribute line : entry.attributes()) {
      boolean wasMarked = draft.disabledBy.isPresent();
      inService.read(line, draft).ifPresent(draft::mark);
      if (!line.is("disable")) {
        continue;
      }
      boolean says =
          draft.disable.filter(d -> d == line).isPresent()
              && AsciiCase.equal(line.values().get(0).text(), "yes");
      if (says) {
        if (!entry.unread().isEmpty()) {
          var unread = entry.unread().get(0).place();
          draft.trouble(TroubleKind.UNREAD, unread, line.place());
        }
        return Optional.of(Outcome.at(Outcome.State.DISABLED, line.place()));
      }
      if (wasMarked && draft.disabledBy.isPresent()) {
        return Optional.of(Outcome.of(Outcome.State.DROPPED, draft.disabledBy.get()));
      }
      if (draft.disabledBy.isPresent()) {
        return Optional.of(Outcome.of(Outcome.State.DROPPED, draft.disabledBy.get()));
      }
    }
    return Optional.empty();
  }

  private void include(XinetdInclude include) {
    String written = include.path().text();
    var place = include.path().place();
    if (!include.ignored().isEmpty()) {
      var word = include.ignored().get(0);
      troubles.add(Trouble.of(TroubleKind.IGNORED_WORDS, word.place(), word.text()));
    }
    if (!written.startsWith("/")) {
      troubles.add(Trouble.of(TroubleKind.INCLUDE_RELATIVE, place, written));
    }
    String path = absolute(written);
    if (include.folder()) {
      folder(path, written, place);
    } else {
      included(path, written, place);
    }
  }

  private void included(String path, String written, Place place) {
    var node = Paths.resolve(around.tree(), path).node();
    boolean there = node.is(Node.Kind.FILE) && written.indexOf('\r') < 0;
    if (!there && (around.setup().whole() || node.is(Node.Kind.FOLDER))) {
      troubles.add(Trouble.of(missing(node), place, written));
    }
    if (!there) {
      return;
    }
    if (open.contains(resolved(path)) || open.size() > MAX_DEPTH) {
      troubles.add(Trouble.of(TroubleKind.INCLUDE_LOOP, place, written));
      return;
    }
    var file = file(path);
    if (file.isEmpty()) {
      troubles.add(Trouble.of(TroubleKind.INCLUDE_UNREADABLE, place, written));
      return;
    }
    parse(file.get(), path);
  }

  private static TroubleKind missing(Node node) {
    return node.is(Node.Kind.MISSING)
        ? TroubleKind.INCLUDE_MISSING
        : TroubleKind.INCLUDE_UNREADABLE;
  }

  private void folder(String path, String written, Place place) {
    var resolved = Paths.resolve(around.tree(), path);
    if (!resolved.node().is(Node.Kind.FOLDER)) {
      if (around.setup().whole() || !resolved.node().is(Node.Kind.MISSING)) {
        troubles.add(Trouble.of(missing(resolved.node()), place, written));
      }
      return;
    }
    try {
      for (String name : new TreeSet<>(around.tree().children(resolved.path()))) {
        child(Paths.join(path, name), name, place);
      }
    } catch (IOException e) {
      troubles.add(Trouble.of(TroubleKind.INCLUDE_UNREADABLE, place, written));
    }
  }

  private void child(String path, String name, Place place) {
    var node = Paths.resolve(around.tree(), path).node();
    if (name.indexOf('.') >= 0 || name.endsWith("~")) {
      if (node.is(Node.Kind.FILE) && !name.startsWith(".")) {
        troubles.add(Trouble.of(TroubleKind.FILE_SKIPPED, named(path), place, path));
      }
      return;
    }
    if (!node.is(Node.Kind.FILE)) {
      var kind =
          node.is(Node.Kind.MISSING) ? TroubleKind.INCLUDE_UNREADABLE : TroubleKind.NO_REGULAR_FILE;
      troubles.add(Trouble.of(kind, named(path), place, path));
      return;
    }
    if (name.startsWith("#") || BACKUPS.stream().anyMatch(name::endsWith)) {
      troubles.add(Trouble.of(TroubleKind.BACKUP_READ, named(path), place, path));
    }
    if (open.contains(resolved(path))) {
      troubles.add(Trouble.of(TroubleKind.INCLUDE_LOOP, place, path));
      return;
    }
    var file = file(path);
    if (file.isEmpty()) {
      troubles.add(Trouble.of(TroubleKind.INCLUDE_UNREADABLE, named(path), place, path));
    } else {
      parse(file.get(), path);
    }
  }

  private Place named(String path) {
    return named.computeIfAbsent(path, p -> Source.of(around.tree().display(p), "")).whole();
  }

  private void inetd() {
    source(XinetdSetup.INETD_FILE)
        .ifPresent(
            source -> {
              var reader = new InetdReader(around, troubles);
              for (var line : InetdFile.parse(source).services()) {
                reader.read(line, XinetdSetup.INETD_FILE).ifPresent(drafts::add);
              }
            });
  }
}
