package org.unitlint.host.xinetd;

/**
 * How xinetd is started.
 *
 * @param mainFile the path of its main file
 * @param workingFolder the folder that relative paths start from
 * @param inetd whether {@code /etc/inetd.conf} is read too, as for {@code -inetd_compat}
 * @param whole whether the tree is a whole machine, so that what is not there does not exist
 * @param dgramMustWait whether a datagram service without {@code wait} is refused, as by 2.3.15.4
 */
public record XinetdSetup(
    String mainFile, String workingFolder, boolean inetd, boolean whole, boolean dgramMustWait) {
  /** The path of the main file, unless another is named. */
  public static final String MAIN_FILE = "/etc/xinetd.conf";

  /** The path of the file that {@code -inetd_compat} adds. */
  public static final String INETD_FILE = "/etc/inetd.conf";

  /** A machine that starts xinetd with its usual main file. */
  public static XinetdSetup machine(boolean inetd) {
    return new XinetdSetup(MAIN_FILE, "/", inetd, true, false);
  }

  /** A file by itself, of whose machine nothing is known. */
  public static XinetdSetup alone(String file) {
    return new XinetdSetup(file, "/", false, false, false);
  }

  /** The same with another main file. */
  public XinetdSetup of(String file) {
    return new XinetdSetup(file, workingFolder, inetd, whole, dgramMustWait);
  }

  /** The same, started in that folder. */
  public XinetdSetup in(String folder) {
    return new XinetdSetup(mainFile, folder, inetd, whole, dgramMustWait);
  }

  /** The same, reading {@code inetd.conf} too or not. */
  public XinetdSetup with(boolean inetdToo) {
    return new XinetdSetup(mainFile, workingFolder, inetdToo, whole, dgramMustWait);
  }

  /** The same, where what is not in the tree may be there all the same. */
  public XinetdSetup loose() {
    return new XinetdSetup(mainFile, workingFolder, inetd, false, dgramMustWait);
  }
}
