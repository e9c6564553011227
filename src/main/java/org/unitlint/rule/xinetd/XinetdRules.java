package org.unitlint.rule.xinetd;

import java.util.List;

/** Every rule about xinetd. */
public final class XinetdRules {
  /** By code. */
  public static final List<XinetdRule> ALL =
      List.of(
          new DefaultsTooLate(),
          new IgnoredBind(),
          new MisreadMask(),
          new MisreadAddress(),
          new Ipv6ClientsRefused(),
          new ContradictingLists(),
          new ServesNobody(),
          new LogsNothing(),
          new RevivedService(),
          new V6onlyMisread(),
          new WrappedNumber(),
          new OddNumber(),
          new SharedUdpPort(),
          new WrongWait(),
          new CommentInArguments(),
          new MisreadArguments(),
          new ServerIsFolder(),
          new CarriageReturns(),
          new SkippedFile(),
          new BackupRead(),
          new UnreadWords(),
          new RelativeInclude(),
          new WithoutEffect(),
          new RedirectToItself(),
          new NamesNoService(),
          new PortAgainstName(),
          new ClearTextLogin(),
          new OpenInternalService(),
          new OpenTftp(),
          new OpenInformation(),
          new ShellAsServer(),
          new RootWithoutNeed(),
          new MissingBanner(),
          new ReuseFlag(),
          new DisableNo(),
          new NoLimits(),
          new NeedlessXinetd());

  private XinetdRules() {}
}
