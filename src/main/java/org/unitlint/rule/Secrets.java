package org.unitlint.rule;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether words look like secrets that stand in plain text. In doubt they do not. */
final class Secrets {
  /** Names of variables and options, their parts joined by {@code _}. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?:.*_)?(?:password|passwd|passphrase|secret|token|api_?key|secret_?key|access_?key"
              + "|private_?key|auth_?key)");

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?i).*(?:\\$|%|<|>|\\{|@|\\*\\*|\\.\\.\\.|xxx|change|replace|your|example|placeholder"
              + "|insert|todo|dummy|redacted).*");
  private static final Set<String> WORDS =
      Set.of(
          "",
          "yes",
          "no",
          "true",
          "false",
          "on",
          "off",
          "none",
          "null",
          "nil",
          "password",
          "passwd",
          "secret",
          "token",
          "file",
          "env",
          "stdin",
          "prompt",
          "ask",
          "auto",
          "-");
  private static final int SHORTEST = 3;

  private Secrets() {}

  /** Whether the name is that of a secret. */
  static boolean isName(String name) {
    return NAME.matcher(name.replace('-', '_').replace('.', '_')).matches();
  }

  /** Whether the value could be the secret itself, and is not where to find it. */
  static boolean isValue(String value) {
    String text = value.strip();
    boolean elsewhere =
        text.startsWith("/")
            || text.startsWith("~")
            || text.startsWith("./")
            || text.contains("://");
    return text.length() >= SHORTEST
        && !elsewhere
        && !WORDS.contains(text.toLowerCase(Locale.ROOT))
        && !PLACEHOLDER.matcher(text).matches();
  }
}
