package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.Paths;
import org.unitlint.syntax.Value;

/**
 * TFTP knows no passwords: what it may reach, anybody may read, and write where it may create
 * files. See tftpd(8), {@code -s}, {@code -c}.
 */
final class OpenTftp implements XinetdRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "X503",
          "open-tftp",
          WARNING,
          "anybody may read or write more files over TFTP than meant");
  private static final Set<String> SERVERS = Set.of("in.tftpd", "tftpd");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(XinetdView view) {
    return Services.wanted(view)
        .filter(s -> SERVERS.contains(Paths.name(Exposure.server(s))))
        .flatMap(s -> told(s, view));
  }

  private static Stream<Diagnostic> told(XinetdService service, XinetdView view) {
    var arguments = Exposure.arguments(service);
    boolean creates = says(arguments, 'c', "--create");
    boolean confined = says(arguments, 's', "--secure");
    boolean folder = arguments.stream().anyMatch(a -> a.startsWith("/"));
    var place = Exposure.place(service, "server_args", view);
    if (!confined && !folder) {
      return Stream.of(
          RULE.at(place, "the TFTP server is not confined to a folder")
              .help("add `-s` and the folder, as in `server_args = -s /srv/tftp`"));
    }
    if (!creates || !Exposure.isOpen(service)) {
      return Stream.empty();
    }
    var word =
        Lines.own(service, "server_args", view).stream()
            .flatMap(l -> l.values().stream())
            .filter(v -> says(List.of(v.text()), 'c', "--create"))
            .map(Value::place)
            .findFirst();
    return Stream.of(
        Exposure.unlessDefaults(
            RULE.at(word.orElse(place), "anybody may write files over TFTP")
                .help("drop `-c`, or say who may connect with `only_from`"),
            view));
  }

  /** Whether an option is among the words, a letter perhaps together with others before it. */
  private static boolean says(List<String> arguments, char letter, String name) {
    return arguments.stream()
        .anyMatch(a -> name.equals(a) || a.matches("-[46lcsvV]*" + letter + ".*"));
  }
}
