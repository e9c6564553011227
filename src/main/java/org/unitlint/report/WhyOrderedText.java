package org.unitlint.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.unitlint.graph.Chain;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.Link;
import org.unitlint.graph.Starts;
import org.unitlint.graph.WhyOrdered;
import org.unitlint.host.LoadState;
import org.unitlint.host.Scope;
import org.unitlint.host.Unit;

/** How two units stand to each other, for people. */
public final class WhyOrderedText {
  private final WhyOrdered why;
  private final WhyQuestion question;
  private final Palette palette;
  private final Prose prose = new Prose();
  private final UnitRemarks remarks;
  private final String unit;
  private final String other;

  private WhyOrderedText(WhyOrdered why, WhyQuestion question, Palette palette) {
    this.why = why;
    this.question = question;
    this.palette = palette;
    this.remarks = new UnitRemarks(why.graph(), why.starts(), question.anchor());
    this.unit = why.name();
    this.other = why.otherName();
  }

  /** The whole answer. */
  public static String of(WhyOrdered why, WhyQuestion question, Palette palette) {
    var text = new WhyOrderedText(why, question, palette);
    text.write();
    return text.prose.toString();
  }

  private void write() {
    alias(question.units().get(0), unit);
    alias(question.units().get(1), other);
    order();
    pulls(why.pulls(), unit, other);
    pulls(why.pulledBy(), other, unit);
    ties();
    idle(why.unit());
    idle(why.other());
    advise();
  }

  private void say(String sentence) {
    prose.gap().paragraph(0, sentence);
  }

  private void alias(String asked, String name) {
    if (!asked.equals(name) && !name.equals(why.starts().anchor())) {
      say(asked + " is another name of " + name + AliasText.of(why.graph().machine(), asked) + ".");
    }
  }

  private boolean hasOrder() {
    return !why.after().isEmpty() || !why.before().isEmpty();
  }

  private void order() {
    if (!hasOrder()) {
      say(
          "Nothing orders "
              + unit
              + " and "
              + other
              + ": when both are started together, they start at the same time.");
      return;
    }
    if (why.isCycle()) {
      say(
          unit
              + " and "
              + other
              + " wait for each other: that is an ordering cycle, and systemd leaves a unit of it"
              + " out.");
    }
    order(why.after(), "after");
    order(why.before(), "before");
  }

  private void order(List<Chain> chains, String word) {
    if (chains.isEmpty()) {
      return;
    }
    String sentence = unit + " starts " + word + " " + other;
    if (!why.holds(chains)) {
      boolean one = why.absent(chains.get(0)).size() == 1;
      say(
          sentence
              + (one ? " only if a unit between them is" : " only if the units between them are")
              + " started too, which "
              + (one ? "it is" : "they are")
              + " not "
              + question.begin()
              + ":");
    } else {
      say(chains.size() == 1 ? sentence + ":" : sentence + ", over " + chains.size() + " chains:");
    }
    draw(question.shown(chains), remarks::ofOrdered);
    int more = question.rest(chains).size();
    if (more > 0) {
      say(
          (more == 1 ? "One more chain is" : more + " more chains are")
              + " not shown; `--limit "
              + chains.size()
              + "` shows all.");
    }
  }

  private void draw(List<Chain> chains, Function<String, String> remark) {
    new ChainText(prose, palette, remark).draw(chains);
  }

  private void pulls(Optional<Chain> chain, String from, String to) {
    if (chain.isEmpty()) {
      return;
    }
    var links = chain.get().links();
    boolean needs = needs(chain.get());
    String also = hasOrder() ? "also " : "";
    say(
        links.size() == 1
            ? from + " " + also + LinkWords.verb(links.get(0)) + " " + to + ":"
            : from + " " + also + "pulls in " + to + ":");
    draw(List.of(chain.get()), u -> "");
    boolean waits = why.holds(from.equals(unit) ? why.after() : why.before());
    if (needs && waits) {
      say("If " + to + " fails, " + from + " is not started.");
    } else if (needs && !hasOrder()) {
      say(from + " does not wait for " + to + ": it may start too early, and fail.");
    }
  }

  private static boolean needs(Chain chain) {
    return chain.links().stream().allMatch(l -> l.edge().kind().needs());
  }

  private void ties() {
    if (!why.ties().isEmpty()) {
      boolean conflict = why.ties().stream().anyMatch(WhyOrderedText::isConflict);
      say(
          conflict
              ? "They conflict: starting one of them stops the other"
                  + (hasOrder() ? " first." : ", at the same time.")
              : "They are tied in another way too:");
      draw(why.ties().stream().map(l -> new Chain(List.of(l))).toList(), u -> "");
    }
  }

  private static boolean isConflict(Link link) {
    return link.edge().kind() == Dependency.CONFLICTS;
  }

  /** What the order is worth where one of them is not started with the anchor. */
  private void idle(Unit one) {
    String name = one.name().toString();
    var when = why.starts().when(name);
    if (why.starts().isAlwaysThere(name)) {
      say(name + " is always there, so that nothing has to wait for it.");
      return;
    }
    if (when == Starts.When.AT_ONCE) {
      return;
    }
    if (one.state() == LoadState.NOT_FOUND) {
      boolean whole = why.graph().machine().setup().whole();
      say(
          name
              + (whole
                  ? " does not exist, so that nothing waits for it."
                  : " is not among these files."));
      return;
    }
    if (!why.starts().isKnown()) {
      return;
    }
    say(
        name
            + (when == Starts.When.NEVER
                ? " is not started " + question.begin()
                : " is started on demand only")
            + worth(name, when)
            + ". `unitlint why "
            + name
            + "` tells more.");
  }

  /** What that means for a unit that waits for it. */
  private String worth(String early, Starts.When when) {
    boolean waited = early.equals(other) ? !why.after().isEmpty() : !why.before().isEmpty();
    if (!waited) {
      return "";
    }
    String late = early.equals(other) ? unit : other;
    return when == Starts.When.NEVER
        ? ", so that " + late + " does not wait for it"
        : ", and " + late + " waits for it only if both are started together";
  }

  private void advise() {
    boolean loaded = why.unit().isLoaded() && why.other().isLoaded();
    if (!loaded || why.ties().stream().anyMatch(WhyOrderedText::isConflict)) {
      return;
    }
    if (!hasOrder()) {
      boolean turned =
          why.pulledBy().filter(WhyOrderedText::needs).isPresent()
              && why.pulls().filter(WhyOrderedText::needs).isEmpty();
      Unit late = turned ? why.other() : why.unit();
      Unit early = turned ? why.unit() : why.other();
      advise(late, "After=" + early, "To let " + late + " wait for " + early);
    } else if (isInVain()) {
      advise(why.unit(), "Wants=" + other, "To have " + other + " started with " + unit);
    }
  }

  /** Whether the unit waits for what nothing starts. */
  private boolean isInVain() {
    return !why.after().isEmpty()
        && why.before().isEmpty()
        && why.pulls().isEmpty()
        && why.starts().isKnown()
        && !why.starts().isAlwaysThere(other)
        && why.starts().when(unit) != Starts.When.NEVER
        && why.starts().when(other) == Starts.When.NEVER;
  }

  private void advise(Unit in, String line, String purpose) {
    var machine = why.graph().machine();
    var scope = machine.setup().scope();
    String systemctl = scope == Scope.USER ? "systemctl --global" : "systemctl";
    String admin = scope.adminFolder();
    boolean own = in.fragmentPath().startsWith(admin + "/");
    String path = own ? in.fragmentPath() : admin + "/" + in + ".d/" + dropIn(line);
    say(
        purpose
            + ", write `"
            + line
            + "` below [Unit] in "
            + Cells.clean(machine.tree().display(path))
            + (own ? "." : " (`" + systemctl + " edit " + in + "` makes such a file)."));
  }

  private static String dropIn(String line) {
    return line.startsWith("After") ? "order.conf" : "wants.conf";
  }
}
