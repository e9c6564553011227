package org.unitlint.host.value;

import java.util.Map;

/** The grammars of paths, names, environments and conditions. */
final class PathGrammars {
  static final Map<String, Grammar<?>> ALL =
      Map.ofEntries(
          Map.entry("path", SinglePath.PATH),
          Map.entry("path-glob", SinglePath.GLOB),
          Map.entry("path-list-single", SinglePath.PATH),
          Map.entry("path-or-relative", SinglePath.OF_RUN),
          Map.entry("path-with-prefix", SinglePath.PREFIXED),
          Map.entry("path-list", PathLists.PLAIN),
          Map.entry("path-list-with-prefix", PathLists.PREFIXED),
          Map.entry("path-list-colon", PathLists.COLONS),
          Map.entry("path-options-list", PathLists.WITH_OPTIONS),
          Map.entry("bind-list-with-prefix", Binds.GRAMMAR),
          Map.entry("image-list-with-prefix", Images.IMAGES),
          Map.entry("mount-option-list", Images.OPTIONS),
          Map.entry("relative-path-list", OwnFolders.GRAMMAR),
          Map.entry("environment-assignments", EnvironmentWords.ASSIGNMENTS),
          Map.entry("environment-names", EnvironmentNames.NAMES),
          Map.entry("environment-names-or-assignments", EnvironmentNames.NAMES_OR_ASSIGNMENTS),
          Map.entry("journal-fields", JournalFields.GRAMMAR),
          Map.entry("credential-assignment", Credentials.ASSIGNMENT),
          Map.entry("credential-path", Credentials.SOURCE),
          Map.entry("credential-glob", Credentials.GLOB),
          Map.entry("string-cescaped", Encoded.ESCAPED),
          Map.entry("base64", Encoded.BASE64),
          Map.entry("path-or-base64", Encoded.PATH_OR_BASE64),
          Map.entry("hex-or-path", Encoded.HEX_OR_PATH),
          Map.entry("fd-name", Descriptors.NAME),
          Map.entry("open-file", Descriptors.FILE),
          Map.entry("user-name", Users.ONE),
          Map.entry("group-name", Users.ONE),
          Map.entry("group-list", Users.LIST),
          Map.entry("documentation-uri-list", Uris.GRAMMAR),
          Map.entry("bus-name", Names.ON_THE_BUS),
          Map.entry("unit-name", Names.UNIT),
          Map.entry("unit-list", Names.UNITS),
          Map.entry("unit-name-list", Names.UNITS),
          Map.entry("string", Strings.GRAMMAR),
          Map.entry("string-with-prefix", Strings.PREFIXED),
          Map.entry("regex-with-prefix", Strings.REGEX),
          Map.entry("condition", Conditions.GRAMMAR));

  private PathGrammars() {}
}
