package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;

/**
 * Behind the slash of an address xinetd wants a number of bits, whose range it does not check. See
 * xinetd.conf(5), {@code only_from}.
 */
final class MisreadMask implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X403",
          "misread-mask",
          ERROR,
          "what follows an address means another number of hosts than it says");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(
        TroubleKind.MASK_MEANS_ONE_HOST,
        TroubleKind.PREFIX_TOO_LONG,
        TroubleKind.PREFIX_MATCHES_NOBODY,
        TroubleKind.NETWORK_MEANS_ONE_HOST);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    String word = trouble.word(1);
    return Stream.of(
        switch (trouble.kind()) {
          case MASK_MEANS_ONE_HOST -> mask(trouble, word);
          case PREFIX_TOO_LONG ->
              INFO.at(
                      trouble.place(),
                      "`%s` means one host only: there are no more than 32 bits",
                      word)
                  .help("write a number from 0 to 32 behind the slash");
          case PREFIX_MATCHES_NOBODY -> nobody(trouble, word);
          default ->
              INFO.at(
                      trouble.place(),
                      "`%s` is the name of a network, of which xinetd takes one address only",
                      word)
                  .help("write the network as address and number of bits");
        });
  }

  private static Diagnostic mask(Trouble trouble, String word) {
    int slash = word.indexOf('/');
    String address = word.substring(0, slash);
    var found =
        INFO.at(
            trouble.place(),
            "`%s` means the host `%s` only, as a number of bits has to follow the slash",
            word,
            address);
    var bits = bits(word.substring(slash + 1));
    return bits.map(b -> address + "/" + b)
        .map(
            meant ->
                found
                    .help("write `" + meant + "`")
                    .fix("write `" + meant + "`", true, new Edit(trouble.place(), meant)))
        .orElseGet(() -> found.help("write the number of bits"));
  }

  /** How many bits a mask in four numbers sets, if they are the first ones. */
  private static Optional<Integer> bits(String mask) {
    String[] numbers = mask.split("[.]", -1);
    if (numbers.length != 4) {
      return Optional.empty();
    }
    long all = 0;
    for (String number : numbers) {
      if (!number.matches("[0-9]{1,3}") || Integer.parseInt(number) > 255) {
        return Optional.empty();
      }
      all = all << 8 | Integer.parseInt(number);
    }
    int bits = Long.bitCount(all);
    long full = (1L << 32) - (1L << 32 - bits);
    return all == full ? Optional.of(bits) : Optional.empty();
  }

  private static Diagnostic nobody(Trouble trouble, String word) {
    String address = word.substring(0, word.indexOf('/'));
    var found =
        INFO.at(
                trouble.place(),
                "`%s` means no client at all: xinetd gets masks of 128 bits wrong",
                word)
            .help("write `" + address + "`");
    return word.endsWith("/128")
        ? found.fix("write `" + address + "`", true, new Edit(trouble.place(), address))
        : found;
  }
}
