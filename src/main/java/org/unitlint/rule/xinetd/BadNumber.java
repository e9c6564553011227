package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.KnownAttribute;
import org.unitlint.catalog.Nearest;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;
import org.unitlint.syntax.AsciiCase;

/** What has to be a number is none, or out of range. See xinetd.conf(5). */
final class BadNumber implements ValueRule {
  private static final RuleInfo INFO =
      new RuleInfo("X202", "not-a-number", ERROR, "no number, or one that is out of range");
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([KkMmGgTt])?(?:[Ii]?[Bb])?");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.BAD_NUMBER, TroubleKind.OUT_OF_RANGE);
  }

  @Override
  public Stream<Diagnostic> found(Trouble trouble, XinetdView view) {
    String attribute = AsciiCase.lower(trouble.word(0));
    String word = trouble.word(1);
    var kind = Catalog.standard().xinetd().attribute(attribute).map(KnownAttribute::kind);
    if (kind.isEmpty()) {
      return Stream.empty();
    }
    var place = trouble.place();
    boolean range = trouble.kind() == TroubleKind.OUT_OF_RANGE;
    var found =
        INFO.at(
                place,
                range ? "`%s` is out of range for `%s`" : "`%s` is no number for `%s`",
                word,
                trouble.word(0))
            .help("write " + wanted(kind.get()));
    var meant = meant(kind.get(), word);
    return Stream.of(
        meant
            .map(
                m ->
                    found
                        .help("write `" + m + "`")
                        .fix("write `" + m + "`", true, new Edit(place, m)))
            .orElse(found));
  }

  private static String wanted(KnownAttribute.Kind kind) {
    return switch (kind) {
      case PORT -> "a number from 0 to 65535";
      case COUNT -> "a number from 0 on, or `UNLIMITED`";
      case RATE -> "connections a second, and seconds to pause";
      case LOAD -> "a number other than 0, such as `2.5`";
      case MODE -> "an octal number from 0 to 777";
      case MEMORY -> "a number, with `K` or `M` behind it or not, or `UNLIMITED`";
      case SECONDS -> "a number of seconds, or `UNLIMITED`";
      case MINUTES -> "a number of minutes, `FOREVER` or `NEVER`";
      case VERSIONS -> "one number, or two with `-` between them, the lower one first";
      case USER, GROUP -> "a name, or a number that fits";
      case LOG -> "a number of bytes, with `K` or `M` behind it or not";
      default -> "a whole number";
    };
  }

  /** What is certainly meant. */
  private static Optional<String> meant(KnownAttribute.Kind kind, String word) {
    var bare = Bare.of(word).filter(b -> b.matches("[0-9]+"));
    if (bare.isPresent()) {
      return bare;
    }
    boolean unlimited =
        kind == KnownAttribute.Kind.COUNT
            || kind == KnownAttribute.Kind.MEMORY
            || kind == KnownAttribute.Kind.SECONDS;
    if (unlimited
        && (word.equalsIgnoreCase("infinity")
            || word.equalsIgnoreCase("none")
            || Nearest.distance(word, "UNLIMITED") <= 2)) {
      return Optional.of("UNLIMITED");
    }
    return switch (kind) {
      case PORT -> port(word);
      case MEMORY, LOG -> size(word);
      case VERSIONS -> versions(word);
      default -> Optional.empty();
    };
  }

  private static Optional<String> port(String word) {
    var ports = Catalog.standard().wellKnownPorts(AsciiCase.lower(word)).values();
    return ports.stream().distinct().count() == 1
        ? ports.stream().findFirst().map(String::valueOf)
        : Optional.empty();
  }

  /** The size in units that xinetd knows. */
  private static Optional<String> size(String word) {
    var found = SIZE.matcher(word);
    if (!found.matches()) {
      return Optional.empty();
    }
    var number = new BigInteger(found.group(1));
    return Optional.of(
        switch (found.group(2) == null ? ' ' : Character.toUpperCase(found.group(2).charAt(0))) {
          case 'K' -> number + "K";
          case 'M' -> number + "M";
          case 'G' -> number.shiftLeft(10) + "M";
          case 'T' -> number.shiftLeft(20) + "M";
          default -> number.toString();
        });
  }

  private static Optional<String> versions(String word) {
    var found = Pattern.compile("([0-9]{1,6})-([0-9]{1,6})").matcher(word);
    return found.matches() && Long.parseLong(found.group(1)) > Long.parseLong(found.group(2))
        ? Optional.of(found.group(2) + "-" + found.group(1))
        : Optional.empty();
  }
}
