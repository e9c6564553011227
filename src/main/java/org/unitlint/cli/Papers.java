package org.unitlint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.unitlint.cli.manual.CommandPage;
import org.unitlint.cli.manual.MarkdownPage;

/** Writes manual pages and shell completions for a package. */
public final class Papers {
  private Papers() {}

  /**
   * Writes them.
   *
   * @param arguments the folder that becomes {@code share/}, and the page on the configuration
   */
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Files.readString(Path.of(arguments[1])));
  }

  /** Writes them below that folder. */
  static void write(Path share, String configuration) throws IOException {
    var program = CompletionCommand.outline();
    var pages = new CommandPage(Version.build());
    put(share.resolve("man/man1/unitlint.1"), pages.of(program));
    for (var command : program.commands()) {
      var file = String.format(Locale.ROOT, "man/man1/unitlint-%s.1", command.name());
      put(share.resolve(file), pages.of(program, command));
    }
    put(
        share.resolve("man/man5/unitlint.toml.5"),
        MarkdownPage.of(
            "unitlint.toml", "5", "configuration of unitlint", Version.build(), configuration));
    put(share.resolve("bash-completion/completions/unitlint"), script("bash"));
    put(share.resolve("zsh/vendor-completions/_unitlint"), script("zsh"));
    put(share.resolve("fish/vendor_completions.d/unitlint.fish"), script("fish"));
  }

  private static String script(String shell) {
    return CompletionCommand.script(shell).orElseThrow();
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
