package org.unitlint.host;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.FileSystem;

/** The options of a mount, as in the fourth field of {@code fstab}. See mount(8), fstab(5). */
public final class MountOptions {
  private static final Set<String> BIND_TYPES = Set.of("bind", "rbind");

  private final String type;
  private final List<String> options;

  /** The options of a mount of that type; both may be empty. */
  public MountOptions(String type, String options) {
    this.type = type;
    this.options = Arrays.stream(options.split(",")).map(String::strip).toList();
  }

  /** Whether one of the options is there, with a value or without. */
  public boolean has(String... names) {
    for (String option : options) {
      int equals = option.indexOf('=');
      String name = equals < 0 ? option : option.substring(0, equals);
      if (Arrays.asList(names).contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether of two opposite options the last one that is there is the first. */
  private boolean last(String yes, String no) {
    return options.lastIndexOf(yes) > options.lastIndexOf(no);
  }

  /** Whether it needs the network. */
  public boolean isNetwork() {
    String plain = type.startsWith("fuse.") ? type.substring("fuse.".length()) : type;
    return has("_netdev")
        || Catalog.standard().fileSystem(plain).filter(FileSystem::network).isPresent();
  }

  /** Whether it shows a folder in another place. */
  public boolean isBind() {
    return has("bind", "rbind") || BIND_TYPES.contains(type);
  }

  /** Whether it mounts a file. */
  public boolean isLoop() {
    return has("loop");
  }

  /** Whether the boot goes on without it. */
  public boolean isNofail() {
    return last("nofail", "fail");
  }

  /** Whether quotas must be checked when it is there. */
  public boolean hasQuota() {
    boolean local =
        type.isEmpty() || Catalog.standard().fileSystem(type).filter(FileSystem::quota).isPresent();
    return local && !isBind() && has("usrquota", "grpquota", "quota", "usrjquota", "grpjquota");
  }

  /** Whether it is tmpfs. */
  public boolean isTmpfs() {
    return type.equals("tmpfs");
  }
}
