package org.unitlint.host.value;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.Edit;

/**
 * How much of a resource a process may use. See setrlimit(2).
 *
 * @param soft the limit in force, in the unit of setrlimit(2), unsigned; {@link #NONE} for none
 * @param hard how far the process may raise it
 */
public record ResourceLimit(String resource, long soft, long hard) implements Meaning {
  /** No limit. */
  public static final long NONE = -1L;

  static final Grammar<ResourceLimit> GRAMMAR = ResourceLimit::parse;

  private static final Set<String> ENDLESS =
      Set.of("unlimited", "infinity", "infinite", "inf", "max", "none", "-1");
  private static final long NICE_LEVELS = 40;

  private static Parsed<ResourceLimit> parse(Text text, ValueContext context) {
    int colon = FirstWord.end(text.text(), ':');
    var soft = text.part(0, colon);
    var rest = text.from(Math.min(colon + 1, text.text().length()));
    var first = limit(soft, context);
    if (first.isEmpty()) {
      return Parsed.flawed(flaw(soft.isEmpty() ? text : soft, text, context));
    }
    if (colon == text.text().length()) {
      return octal(
          soft, first.getAsLong(), of(context, first.getAsLong(), first.getAsLong()), context);
    }
    int end = FirstWord.end(rest.text(), ':');
    var hard = rest.part(0, end);
    var second = limit(hard, context);
    if (second.isEmpty()) {
      return Parsed.flawed(flaw(hard.isEmpty() ? text : hard, text, context));
    }
    if (end + 1 < rest.text().length()) {
      return Parsed.flawed(
          ValueFlaw.of(
                  Effect.LINE,
                  rest.at(end, rest.text().length()),
                  "`%s=` takes no more than a soft and a hard limit",
                  context.name())
              .help("write `SOFT:HARD`"));
    }
    return Long.compareUnsigned(first.getAsLong(), second.getAsLong()) > 0
        ? Parsed.flawed(tooSoft(text, soft, hard, context))
        : of(context, first.getAsLong(), second.getAsLong());
  }

  private static Parsed<ResourceLimit> of(ValueContext context, long soft, long hard) {
    return Parsed.of(new ResourceLimit(context.argument(), soft, hard));
  }

  private static Parsed<ResourceLimit> octal(
      Text text, long number, Parsed<ResourceLimit> parsed, ValueContext context) {
    return context.argument().equals("count")
        ? WholeNumber.octal(text, number, context).map(parsed::with).orElse(parsed)
        : parsed;
  }

  private static OptionalLong limit(Text text, ValueContext context) {
    return FirstWord.plain(text.text())
        .map(t -> number(t, context.argument()))
        .orElse(OptionalLong.empty());
  }

  private static OptionalLong number(String text, String resource) {
    if (text.equals("infinity") && !resource.equals("nice")) {
      return OptionalLong.of(NONE);
    }
    return switch (resource) {
      case "bytes" -> finite(Size.parse(text, Size.BINARY));
      case "time-s" -> seconds(text);
      case "time-us" -> micros(TimeSpan.parse(text, 1));
      case "nice" -> nice(text);
      default -> CNumber.unsigned(text, NONE - 1);
    };
  }

  private static OptionalLong finite(OptionalLong number) {
    return number.isPresent() && number.getAsLong() == NONE ? OptionalLong.empty() : number;
  }

  private static OptionalLong micros(Optional<TimeSpan> span) {
    return span.isPresent() ? OptionalLong.of(span.get().micros()) : OptionalLong.empty();
  }

  private static OptionalLong seconds(String text) {
    var span = TimeSpan.parse(text);
    if (span.isEmpty() || span.get().isInfinite()) {
      return micros(span);
    }
    long micros = span.get().micros();
    boolean rest = Long.remainderUnsigned(micros, TimeSpan.SECOND) != 0;
    return OptionalLong.of(Long.divideUnsigned(micros, TimeSpan.SECOND) + (rest ? 1 : 0));
  }

  /** A nice level with a sign, or the number that the kernel has for it. */
  private static OptionalLong nice(String text) {
    boolean plus = text.startsWith("+");
    boolean minus = text.startsWith("-");
    long half = NICE_LEVELS / 2;
    var number =
        CNumber.unsigned(
            plus || minus ? text.substring(1) : text, plus ? half - 1 : minus ? half : NICE_LEVELS);
    if (number.isEmpty() || !plus && !minus) {
      return number;
    }
    return OptionalLong.of(plus ? half - number.getAsLong() : half + number.getAsLong());
  }

  private static ValueFlaw tooSoft(Text text, Text soft, Text hard, ValueContext context) {
    return ValueFlaw.of(
            Effect.LINE,
            soft.place(),
            "the soft limit `%s` is above the hard limit `%s` in `%s=`",
            soft,
            hard,
            context.name())
        .help("write the smaller limit first")
        .fix("swap the limits", false, new Edit(text.place(), hard + ":" + soft));
  }

  private static ValueFlaw flaw(Text part, Text text, ValueContext context) {
    if (part == text && text.text().indexOf(':') >= 0) {
      return ValueFlaw.of(
              Effect.LINE,
              text.place(),
              "a limit is missing in `%s` of `%s=`",
              text,
              context.name())
          .help("write one limit, or `SOFT:HARD`");
    }
    if (ENDLESS.contains(part.text().toLowerCase(Locale.ROOT))
        && !context.argument().equals("nice")) {
      boolean certain = !part.is("-1") && !part.is("none") && !part.is("max");
      return ValueFlaw.of(
              Effect.LINE,
              part.place(),
              "`%s` is not how `%s=` spells no limit",
              part,
              context.name())
          .help("write `infinity`")
          .instead("infinity", certain || part.is("-1"));
    }
    return Slips.of(part, context, t -> number(t, context.argument()).isPresent())
        .orElseGet(() -> wrong(part, context));
  }

  private static ValueFlaw wrong(Text part, ValueContext context) {
    return switch (context.argument()) {
      case "bytes" -> Amounts.OF_PROCESS.flaw(part, context);
      case "time-s", "time-us" -> TimeSpans.flaw(part, context);
      case "nice" ->
          ValueFlaw.of(
                  Effect.LINE, part.place(), "`%s` is no nice level in `%s=`", part, context.name())
              .help("write a level from -20 to +19 with its sign, or a number from 0 to 40");
      default -> WholeNumber.flaw(part, context, "write a whole number from 0 on, or `infinity`");
    };
  }

  @Override
  public String meaning() {
    return soft == hard ? told(soft) : told(soft) + ", which a process may raise to " + told(hard);
  }

  private String told(long limit) {
    if (limit == NONE) {
      return "no limit";
    }
    return switch (resource) {
      case "bytes" -> Amount.bytes(limit);
      case "time-s" -> new TimeSpan(limit * TimeSpan.SECOND).text();
      case "time-us" -> new TimeSpan(limit).text();
      case "nice" -> "nice level " + (NICE_LEVELS / 2 - limit);
      default -> Long.toUnsignedString(limit);
    };
  }
}
