package org.unitlint.rule;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Every rule. */
public final class Rules {
  /** All rules, by code. */
  public static final List<Rule> ALL =
      List.of(
          new MissingRequiredUnit(),
          new MissingWantedUnit(),
          new MissingTriggeredUnit(),
          new MisspeltUnit(),
          new BadDependencyName(),
          new MaskedRequirement(),
          new SelfDependency(),
          new InstallTargetMissing(),
          new RefusedInstallAlias(),
          new MissingAlsoUnit(),
          new DefaultInstanceWithoutTemplate(),
          new OrderingCycle(),
          new UnstartableCycle(),
          new UnreachedCycle(),
          new RequirementWithoutOrder(),
          new NetworkOnlineNotWanted(),
          new NetworkOnlineNotOrdered(),
          new AddressTooEarly(),
          new OrderedOnNeverStarted(),
          new AfterOwnTarget(),
          new ContradictingOrder(),
          new SystemTargetInUserUnit(),
          new NoOrderAtShutdown(),
          new ImpliedDependency(),
          new RequiresPassiveTarget(),
          new NothingStartsIt(),
          new DefaultTargetMissing(),
          new DefaultTargetMasked(),
          new DefaultTargetNotIsolatable(),
          new EnabledIntoPassiveTarget(),
          new TargetNobodyWants(),
          new MountsForNothing(),
          new RequiresAndConflicts(),
          new ConflictingUnitsStarted(),
          new WantsAndConflicts(),
          new OrphanDropin(),
          new DropinNotConf(),
          new BadUnitName(),
          new RefusedAlias(),
          new DanglingLink(),
          new LinkLoop(),
          new LinkLeavesRoot(),
          new SpecialFile(),
          new FolderNamedLikeUnit(),
          new UnreadableFile(),
          new FileTooLarge(),
          new EmptyUnitFile(),
          new EnabledUnitMissing(),
          new LinkToAnotherName(),
          new WantsEntryNotALink(),
          new EnablementDiffers(),
          new WantsFolderOfNobody(),
          new NotAUnit(),
          new BadHeader(),
          new OutsideSection(),
          new MissingEquals(),
          new MissingKey(),
          new NotUtf8(),
          new LongLine(),
          new NulByte(),
          new BrokenContinuation(),
          new ContinuationAtEnd(),
          new SwallowedLine(),
          new CommentAfterValue(),
          new IncludeLine(),
          new UnknownSection(),
          new SectionOfAnotherType(),
          new WrongCase(),
          new UnknownDirective(),
          new MisplacedDirective(),
          new TooNewDirective(),
          new OldSpelling(),
          new DeprecatedDirective(),
          new RemovedDirective(),
          new DirectiveWithoutEffect(),
          new DuplicateDirective(),
          new ServiceWithoutCommand(),
          new TypeWithoutStartCommand(),
          new OneshotWithoutEffect(),
          new SeveralStartCommands(),
          new DbusWithoutName(),
          new OneshotForcedRestart(),
          new OneshotExitType(),
          new PamKillMode(),
          new SocketWithoutListener(),
          new AcceptWithoutStream(),
          new AcceptWithoutConnections(),
          new AcceptWithService(),
          new SymlinksWithoutNode(),
          new OneshotRestart(),
          new MountNameMismatch(),
          new MountWithoutWhat(),
          new ApiMount(),
          new AutomountOfRoot(),
          new SwapNameMismatch(),
          new TimerWithoutTrigger(),
          new PathWithoutPath(),
          new BadSliceName(),
          new ScopeFile(),
          new UnsupportedTemplate(),
          new SeveralOnFailure(),
          new BadCommandLine(),
          new MissingCommand(),
          new CommandNotExecutable(),
          new MissingInterpreter(),
          new VariableAsCommand(),
          new UnknownSpecifier(),
          new RelativePath());

  private Rules() {}

  /** The rules that any of the words names: a code, its first characters, or a name. */
  public static List<Rule> matching(Collection<String> words) {
    return ALL.stream()
        .filter(
            r ->
                words.stream()
                    .anyMatch(w -> r.info().code().startsWith(w) || r.info().name().equals(w)))
        .toList();
  }

  /** The rule of that code or name. */
  public static Optional<Rule> find(String codeOrName) {
    return ALL.stream()
        .filter(
            r -> r.info().code().equalsIgnoreCase(codeOrName) || r.info().name().equals(codeOrName))
        .findFirst();
  }
}
