package org.unitlint.cli.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unitlint.diagnostic.Severity;
import org.unitlint.rule.Known;
import org.unitlint.source.Paths;

/**
 * One {@code unitlint.toml}.
 *
 * @param name what to call it before people; empty for no file at all
 * @param folder the absolute path of its folder
 * @param baseline as it is written, relative to the folder
 * @param extra what is known to be there, by key
 */
public record ConfigFile(
    String name,
    String folder,
    Layer layer,
    List<PathLayer> overrides,
    Optional<Entry<Integer>> targetVersion,
    Optional<Entry<Boolean>> hints,
    Optional<Entry<Severity>> failOn,
    Optional<Entry<String>> baseline,
    Map<String, Entry<List<String>>> extra,
    Known known) {
  /** What holds where there is no file. */
  public static final ConfigFile NONE =
      new ConfigFile(
          "",
          "/",
          Layer.EMPTY,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Known.NONE);

  public ConfigFile {
    overrides = List.copyOf(overrides);
    extra = Map.copyOf(extra);
  }

  /**
   * The overrides that hold for a file, in order.
   *
   * @param path its absolute path
   * @param inRoot its path in the root that is looked at, if it is part of one
   */
  public List<PathLayer> overrides(String path, Optional<String> inRoot) {
    var absolute = new ArrayList<>(List.of(path));
    inRoot.ifPresent(absolute::add);
    var relative = new ArrayList<String>();
    boolean within = Paths.isWithin(path, folder) && !path.equals(folder);
    relative.add(path.substring(within && !folder.equals("/") ? folder.length() + 1 : 1));
    inRoot.ifPresent(r -> relative.add(r.substring(1)));
    return overrides.stream()
        .filter(o -> o.paths().value().stream().anyMatch(g -> covers(g, absolute, relative)))
        .toList();
  }

  private static boolean covers(PathGlob glob, List<String> absolute, List<String> relative) {
    var paths = glob.text().startsWith("/") ? absolute : relative;
    return paths.stream().anyMatch(glob::covers);
  }
}
