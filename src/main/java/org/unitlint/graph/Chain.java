package org.unitlint.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Links that follow each other, at least one: each begins where the one before it ends. */
public record Chain(List<Link> links) {
  /** The shortest first, then those whose last link is written, then by the units' names. */
  public static final Comparator<Chain> ORDER =
      Comparator.comparing((Chain c) -> c.links.size())
          .thenComparing(c -> c.last().edge().isDefault())
          .thenComparing(Chain::toString);

  public Chain {
    links = List.copyOf(links);
    if (links.isEmpty()) {
      throw new IllegalArgumentException("a chain without links");
    }
    for (int i = 1; i < links.size(); i++) {
      if (!links.get(i).from().equals(links.get(i - 1).to())) {
        throw new IllegalArgumentException(links.get(i - 1) + ", " + links.get(i));
      }
    }
  }

  /** The chain of those edges, along their directions. */
  static Chain of(List<Edge> edges) {
    return new Chain(edges.stream().map(e -> new Link(e, true)).toList());
  }

  /** The unit where it begins. */
  public String from() {
    return links.get(0).from();
  }

  /** The unit where it ends. */
  public String to() {
    return last().to();
  }

  /** Its last link. */
  public Link last() {
    return links.get(links.size() - 1);
  }

  /** The units between its ends, in order. */
  public List<String> middle() {
    return links.subList(1, links.size()).stream().map(Link::from).toList();
  }

  /** The same links from the other end. */
  public Chain reversed() {
    var back = new ArrayList<>(links);
    Collections.reverse(back);
    return new Chain(back.stream().map(Link::reversed).toList());
  }

  /** {@code a.target Wants b.service After c.service}. */
  @Override
  public String toString() {
    return from()
        + links.stream().map(l -> " " + l.kind() + " " + l.to()).collect(Collectors.joining());
  }
}
