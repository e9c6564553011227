package org.unitlint.graph;

import java.util.Locale;
import java.util.Optional;

/** The rules by which systemd adds dependencies that no file names. */
public enum Addition {
  DEFAULT_SERVICE("services have it by default", true),
  DEFAULT_SOCKET("sockets have it by default", true),
  DEFAULT_TIMER("timers have it by default", true),
  DEFAULT_CALENDAR_TIMER("timers with `OnCalendar=` have it by default", true),
  DEFAULT_PATH("path units have it by default", true),
  DEFAULT_TARGET("targets have it by default", true),
  DEFAULT_SLICE("slices have it by default", true),
  DEFAULT_MOUNT("mounts have it by default", true),
  DEFAULT_NETWORK_MOUNT("mounts from the network have it by default", true),
  DEFAULT_TMPFS("mounts of tmpfs have it by default", true),
  DEFAULT_AUTOMOUNT("automounts have it by default", true),
  DEFAULT_SWAP("swaps have it by default", true),
  TARGET_MEMBER("a target comes after what it pulls in, by default", true),
  SLICE("a unit is in its slice", false),
  PARENT_SLICE("a slice is in the slice that its name begins with", false),
  TRIGGER("a unit comes before the one that it triggers", false),
  JOURNAL("its output goes to the journal", false),
  LOG_NAMESPACE("`LogNamespace=` names its journal", false),
  BUS("a service on the bus needs the bus", false),
  MOUNT_POINT("its path lies on that mount", false),
  WRITABLE_FOLDER("the root must be writable for its folder", false),
  PRIVATE_TMP("a private /tmp needs it", false),
  ROOT_IMAGE("a root image needs it", false),
  DEVICE("it uses that device", false),
  DEVICE_READY("the device must be ready for file systems", false),
  QUOTA("quotas are checked behind the mount", false),
  SWAP_FILE("the root must be writable for a swap file", false),
  NETWORK_INTERFACE("`BindToDevice=` names it", false);

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final Optional<Addition> some = Optional.of(this);
  private final String text;
  private final boolean isDefault;

  Addition(String text, boolean isDefault) {
    this.text = text;
    this.isDefault = isDefault;
  }

  /** Its name for programs: {@code default-service}. */
  public String word() {
    return word;
  }

  /** It, as an optional one. */
  Optional<Addition> some() {
    return some;
  }

  /** Why it is added, in a few words. */
  public String text() {
    return text;
  }

  /** Whether {@code DefaultDependencies=no} takes it away. */
  public boolean isDefault() {
    return isDefault;
  }
}
