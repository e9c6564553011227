package org.unitlint.host.xinetd;

import java.util.List;
import org.unitlint.source.Place;

/**
 * Something that was noticed while a configuration of xinetd was read.
 *
 * @param place what is wrong; what xinetd itself reports without a line has one too
 * @param others other places that matter, such as the first of two
 * @param words what there is to say about it, such as names and numbers; see the kind
 */
public record Trouble(TroubleKind kind, Place place, List<Place> others, List<String> words) {
  public Trouble {
    others = List.copyOf(others);
    words = List.copyOf(words);
  }

  /** A trouble with a place and words only. */
  static Trouble of(TroubleKind kind, Place place, String... words) {
    return new Trouble(kind, place, List.of(), List.of(words));
  }

  /** A trouble with a second place. */
  static Trouble of(TroubleKind kind, Place place, Place other, String... words) {
    return new Trouble(kind, place, List.of(other), List.of(words));
  }

  /** The word of that index; empty where there are fewer. */
  public String word(int index) {
    return index < words.size() ? words.get(index) : "";
  }
}
