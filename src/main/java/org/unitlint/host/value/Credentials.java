package org.unitlint.host.value;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.host.value.WordCutter.Way;
import org.unitlint.source.Paths;

/** What a unit may know in secret. See systemd.exec(5), "Credentials". */
final class Credentials {
  static final Grammar<Credential> ASSIGNMENT = Credentials::assignment;
  static final Grammar<CredentialSource> SOURCE = Credentials::source;
  static final Grammar<String> GLOB = Credentials::glob;

  private static final Set<Way> NAME = Set.of(Way.KEEP_EMPTY);

  private Credentials() {}

  private static Parsed<Credential> assignment(Text text, ValueContext context) {
    var parts = new WordCutter(text);
    var name = parts.next(":", NAME);
    if (name.isEmpty() || parts.atEnd()) {
      return Parsed.flawed(
          ValueFlaw.of(
                  Effect.LINE,
                  text.place(),
                  "`%s` gives no credential a value in `%s=`",
                  text,
                  context.name())
              .help("write a name, a colon and the value"));
    }
    var bad = badName(name.get().text(), context);
    if (bad.isPresent()) {
      return Parsed.flawed(bad.get());
    }
    var data = parts.rest();
    var flaw =
        context.directive().name().endsWith("Encrypted")
            ? Encoded.base64Flaw(data, context)
            : Encoded.escapeFlaw(data, context, true);
    var known = context.expand(name.get().text());
    return flaw.isPresent()
        ? Parsed.flawed(flaw.get())
        : new Parsed<>(known.map(n -> new Credential(n.text(), data.text())), List.of());
  }

  /** As credential_name_valid() of systemd; empty for a good name and for one not known. */
  private static Optional<ValueFlaw> badName(Text written, ValueContext context) {
    var name = context.expand(written).orElse(written);
    if (isName(name.text())) {
      return Optional.empty();
    }
    var flaw =
        name.isEmpty()
            ? ValueFlaw.of(
                Effect.LINE,
                written.place(),
                "`%s=` lacks the name of a credential",
                context.name())
            : ValueFlaw.of(
                Effect.LINE,
                name.place(),
                "`%s` in `%s=` cannot be the name of a credential",
                name,
                context.name());
    return Optional.of(
        flaw.help("take a file name of at most 255 ASCII characters, without a slash"));
  }

  static boolean isName(String name) {
    return !name.isEmpty()
        && !name.equals(".")
        && !name.equals("..")
        && name.indexOf('/') < 0
        && Descriptors.isName(name);
  }

  private static Parsed<CredentialSource> source(Text text, ValueContext context) {
    var parts = new WordCutter(text);
    var name = parts.next(":", NAME);
    if (name.isEmpty()) {
      return Parsed.flawed(parts.flaw(context, Effect.LINE));
    }
    var bad = badName(name.get().text(), context);
    if (bad.isPresent()) {
      return Parsed.flawed(bad.get());
    }
    var written = parts.atEnd() ? name.get().text() : parts.rest();
    var source = context.expand(written);
    var known = context.expand(name.get().text());
    if (source.isEmpty() || known.isEmpty()) {
      return Parsed.unknown();
    }
    String path = source.get().text();
    boolean valid = path.startsWith("/") ? path.length() == 1 || isNormal(path) : isName(path);
    return valid
        ? Parsed.of(new CredentialSource(known.get().text(), path))
        : Parsed.flawed(badSource(source.get(), context));
  }

  /** As path_is_normalized() of systemd: neither {@code .} nor {@code ..} nor doubled slashes. */
  private static boolean isNormal(String path) {
    String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return Paths.normalize(path).equals(plain) && !path.contains("//");
  }

  private static ValueFlaw badSource(Text source, ValueContext context) {
    var flaw =
        ValueFlaw.of(
            Effect.LINE,
            source.place(),
            "`%s` in `%s=` is neither an absolute path nor the name of a credential",
            source,
            context.name());
    String path = source.text();
    if (path.startsWith("/") && !(path + "/").contains("/../")) {
      String normal = Paths.normalize(path);
      return flaw.help("write the path as `" + normal + "`").instead(normal, true);
    }
    return flaw.help("write the whole path, from `/` on, without `..`");
  }

  /** A name, or the start of one with an asterisk at its end; since 257 a new start may follow. */
  private static Parsed<String> glob(Text text, ValueContext context) {
    var expanded = context.expand(text);
    if (expanded.isEmpty()) {
      return Parsed.unknown();
    }
    String glob = expanded.get().text();
    int colon = glob.indexOf(':');
    String pattern = colon < 0 ? glob : glob.substring(0, colon);
    String start = pattern.endsWith("*") ? pattern.substring(0, pattern.length() - 1) : pattern;
    boolean valid =
        start.isEmpty() && !pattern.isEmpty()
            || isName(start) && start.chars().noneMatch(c -> "*?[]".indexOf(c) >= 0);
    return valid
        ? Parsed.of(glob)
        : Parsed.flawed(
            ValueFlaw.of(
                    Effect.LINE,
                    text.place(),
                    "`%s` in `%s=` cannot stand for names of credentials",
                    text,
                    context.name())
                .help("write a name, with or without one `*` at its end"));
  }
}
