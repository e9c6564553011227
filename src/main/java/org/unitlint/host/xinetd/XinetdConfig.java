package org.unitlint.host.xinetd;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.host.Accounts;
import org.unitlint.host.Programs;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Source;
import org.unitlint.source.Utf8;
import org.unitlint.syntax.XinetdFile;

/**
 * What xinetd makes of its configuration: all files that it reads, and what becomes of each
 * service.
 *
 * @param files the files by path, in the order in which they are first read
 * @param sources their texts by path, an {@code inetd.conf} among them
 * @param named empty sources that stand for files as such, by path
 * @param defaults what the defaults of all files say together
 * @param services in the order of the files, those that are not served among them
 * @param troubles what was noticed outside of services
 * @param exit why xinetd ends at once, if it does
 */
public record XinetdConfig(
    Map<String, XinetdFile> files,
    Map<String, Source> sources,
    Map<String, Source> named,
    Map<String, Setting> defaults,
    List<XinetdService> services,
    List<Trouble> troubles,
    Optional<Trouble> exit) {
  private static final int MAX_DEFAULT_BYTES = 1 << 16;

  public XinetdConfig {
    services = List.copyOf(services);
    troubles = List.copyOf(troubles);
  }

  /** Reads the configuration; a missing main file is a trouble. */
  public static XinetdConfig read(
      FileTree tree, Programs programs, Accounts accounts, XinetdSetup setup) {
    var names = NetNames.of(tree, setup.whole());
    var around = new Surroundings(tree, programs, accounts, names, setup);
    return new ConfigReader(around).read();
  }

  /** Whether the machine starts xinetd so that it reads inetd.conf too, as Debian may do. */
  public static boolean readsInetd(FileTree tree) {
    var file = Paths.resolve(tree, "/etc/default/xinetd");
    if (!file.node().is(Node.Kind.FILE)) {
      return false;
    }
    try {
      String text = Utf8.decode(tree.read(file.path(), MAX_DEFAULT_BYTES));
      return text.lines().anyMatch(l -> l.strip().matches("INETD_COMPAT=[\"']?[Yy][Ee][Ss].*"));
    } catch (IOException e) {
      return false;
    }
  }

  /** The services that somebody listens for. */
  public Stream<XinetdService> served() {
    return services.stream().filter(s -> s.outcome().isServed());
  }

  /** All troubles: those of files and defaults, then those of services. */
  public Stream<Trouble> allTroubles() {
    return Stream.concat(troubles.stream(), services.stream().flatMap(s -> s.troubles().stream()));
  }
}
