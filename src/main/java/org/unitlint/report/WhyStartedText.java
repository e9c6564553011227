package org.unitlint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.unitlint.graph.Chain;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.Link;
import org.unitlint.graph.Starts;
import org.unitlint.graph.WhyStarted;
import org.unitlint.graph.demand.Activator;
import org.unitlint.graph.demand.Activators;
import org.unitlint.host.LoadState;

/** Why a unit is started or not, for people. */
public final class WhyStartedText {
  private static final int MOST_NAMES = 24;
  private static final int LAST_STARTING = 253;

  private final WhyStarted why;
  private final WhyQuestion question;
  private final Palette palette;
  private final Prose prose = new Prose();
  private final UnitRemarks remarks;
  private final EnablingText enabling;

  private WhyStartedText(WhyStarted why, WhyQuestion question, Palette palette) {
    this.why = why;
    this.question = question;
    this.palette = palette;
    this.remarks = new UnitRemarks(why.graph(), why.starts(), question.anchor());
    this.enabling = new EnablingText(prose, palette, why, question);
  }

  /** The whole answer. */
  public static String of(WhyStarted why, WhyQuestion question, Palette palette) {
    var text = new WhyStartedText(why, question, palette);
    text.write();
    return text.prose.toString();
  }

  private void write() {
    alias();
    if (why.starts().isAlwaysThere(why.name())) {
      say(why.name() + " is always there: systemd makes it before it starts anything.");
      return;
    }
    switch (why.when()) {
      case AT_ONCE -> atOnce();
      case ON_DEMAND -> onDemand();
      case NEVER -> never();
    }
    conditions();
    services();
  }

  /** What xinetd, if the unit is its, starts in its turn. */
  private void services() {
    var graph = why.graph();
    var services =
        Activators.of(graph, List.of(why.name())).stream()
            .filter(a -> a.kind() == Activator.Kind.XINETD)
            .toList();
    if (!services.isEmpty()) {
      prose.heading("It starts on demand:");
      Columns.write(prose, palette, ActivatorWords.rows(services, graph.machine()));
    }
  }

  private void say(String sentence) {
    prose.gap().paragraph(0, sentence);
  }

  private void alias() {
    String asked = question.units().get(0);
    if (!asked.equals(why.name()) && !why.isAnchor()) {
      say(
          asked
              + " is another name of "
              + why.name()
              + AliasText.of(why.graph().machine(), asked)
              + ".");
    }
  }

  private void atOnce() {
    String name = why.name();
    if (why.isAnchor()) {
      anchor();
    } else {
      String started =
          why.needed().isPresent() && deletes()
              ? " is asked for " + question.begin() + ", but cannot be started. "
              : " is started " + question.begin() + ". ";
      say(name + started + pullers());
    }
    chains(why.pulls(), remarks::ofStarted, "pull it in");
    if (!why.demands().isEmpty() || !why.busNames().isEmpty()) {
      say("It is also started on demand:");
      demands();
    }
    needed();
    conflicts();
  }

  private void anchor() {
    String name = why.name();
    String anchor = question.anchor();
    if (name.equals(anchor)) {
      say(name + " is the unit that everything is started for.");
      return;
    }
    String link = AliasText.of(why.graph().machine(), anchor);
    say(
        name
            + " is what is started "
            + question.begin()
            + ": "
            + anchor
            + " is another name of it"
            + link
            + ".");
  }

  private String pullers() {
    if (why.pulls().size() > 1) {
      return why.pulls().size() + " units pull it in:";
    }
    Link last = why.pulls().get(0).last();
    return last.from() + " " + LinkWords.verb(last) + " it:";
  }

  private void onDemand() {
    say(why.name() + " is not started " + question.begin() + ", but on demand:");
    demands();
    needed();
    enabling.missing();
  }

  private void demands() {
    chains(why.demands(), remarks::ofStarted, "start it");
    prose.gap();
    var rows = new ArrayList<Columns.Row>();
    why.busNames()
        .forEach(
            n ->
                rows.add(
                    new Columns.Row(
                        "when a program calls " + Cells.clean(n.name()) + " on the bus",
                        LinkWords.place(n.place(), false))));
    Columns.write(prose, palette, rows);
  }

  private void never() {
    if (!why.starts().isKnown()) {
      unknown();
      return;
    }
    String name = why.name();
    String begin = question.begin();
    switch (why.unit().state()) {
      case NOT_FOUND -> say(name + " is not started: there is no such unit.");
      case MASKED -> say(name + " is not started: it is masked by " + path() + ".");
      case BAD_SETTING, ERROR -> refused();
      case LOADED ->
          say(
              name
                  + " is not started "
                  + begin
                  + (why.idle().isEmpty()
                      ? ": nothing pulls it in."
                      : ": what pulls it in is not started either:"));
    }
    if (!why.pulls().isEmpty()) {
      say("What is started " + begin + " asks for it all the same:");
      chains(why.pulls(), remarks::ofStarted, "pull it in");
    } else if (!why.idle().isEmpty()) {
      idle();
    } else if (!why.named().isEmpty()) {
      say("Others only name it:");
      named();
    }
    needed();
    enabling.say();
  }

  private void named() {
    var rows = new ArrayList<Columns.Row>();
    for (Chain chain : question.shown(why.named())) {
      boolean orders = chain.last().edge().kind() == Dependency.AFTER;
      String text =
          chain.from() + (orders ? " starts " : " ") + LinkWords.verb(chain.last()) + " it";
      rows.add(new Columns.Row(text, String.join(": ", LinkWords.source(chain.last()))));
    }
    Columns.write(prose, palette, rows);
    more(why.named(), "name it");
  }

  private String path() {
    return Cells.clean(why.graph().machine().tree().display(why.unit().fragmentPath()));
  }

  /** What can be said where the anchor is not there, or cannot be loaded. */
  private void unknown() {
    boolean whole = why.graph().machine().setup().whole();
    say(
        question.anchor()
            + (whole ? " cannot be loaded" : " is not among these files")
            + ", so it is not known what is started "
            + question.begin()
            + ".");
    if (why.unit().state() == LoadState.MASKED) {
      say(why.name() + " is masked by " + path() + ".");
    } else if (!why.unit().refusals().isEmpty()) {
      refused();
    }
    if (!why.idle().isEmpty()) {
      boolean one = why.idle().size() == 1;
      say(one ? "One unit pulls it in:" : why.idle().size() + " units pull it in:");
      idle();
    }
    needed();
    enabling.asked();
  }

  private void idle() {
    var tops = why.idle().stream().map(Chain::from).collect(Collectors.toSet());
    chains(why.idle(), u -> tops.contains(u) ? remarks.ofIdle(u) : "", "would pull it in");
  }

  private void refused() {
    say(why.name() + " is not started: systemd refuses to load it.");
    var rows = new ArrayList<Columns.Row>();
    for (var refusal : why.unit().refusals()) {
      String place = LinkWords.place(refusal.place(), false);
      rows.add(new Columns.Row(RefusalText.of(refusal.reason()), place));
    }
    Columns.write(prose, palette, rows);
  }

  /** Whether systemd starts no unit whose requirements cannot be; it once did under wants. */
  private boolean deletes() {
    return why.graph().machine().setup().version() > LAST_STARTING;
  }

  private void needed() {
    if (why.needed().isEmpty()) {
      return;
    }
    Chain chain = why.needed().get();
    int version = why.graph().machine().setup().version();
    String state = remarks.state(chain.to(), "");
    String what =
        switch (state) {
          case "masked" -> "is masked";
          case "refused" -> "cannot be loaded";
          default -> state;
        };
    say(
        "It needs "
            + chain.to()
            + ", which "
            + what
            + (deletes()
                ? ", so its start is refused:"
                : "; systemd " + version + " starts it all the same:"));
    chains(List.of(chain), u -> "", "");
  }

  private void conflicts() {
    if (!why.conflicts().isEmpty()) {
      say("It conflicts with what is started too, so that one of the two is left out:");
      var chains =
          why.conflicts().stream()
              .map(e -> new Chain(List.of(new Link(e, e.from().equals(why.name())))))
              .toList();
      chains(chains, u -> "", "conflict with it");
    }
  }

  private void conditions() {
    if (why.conditions().isEmpty() || why.when() == Starts.When.NEVER) {
      return;
    }
    say("Its conditions may keep it from starting:");
    var rows = new ArrayList<Columns.Row>();
    for (var setting : why.conditions()) {
      String text = setting.assignment().name() + "=" + setting.text();
      rows.add(new Columns.Row(Cells.clean(text), LinkWords.place(setting.place(), false)));
    }
    Columns.write(prose, palette, rows);
  }

  private void chains(List<Chain> chains, Function<String, String> remark, String rest) {
    new ChainText(prose, palette, remark).draw(question.shown(chains));
    more(chains, rest);
  }

  private void more(List<Chain> chains, String rest) {
    var more = question.rest(chains);
    if (more.isEmpty()) {
      return;
    }
    var names = more.stream().map(c -> c.last().from()).toList();
    String others = names.size() <= MOST_NAMES ? "" : ", …";
    say(
        (names.size() == 1 ? "One more would be shown" : names.size() + " more " + rest)
            + ": "
            + String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
            + others
            + ". `--limit "
            + chains.size()
            + "` shows all.");
  }
}
