package org.unitlint.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.ExposureCheck;
import org.unitlint.catalog.Nearest;

/**
 * A policy as it is written: an object with an object for each check that is to be different. See
 * systemd-analyze(1), --security-policy=.
 *
 * @param policy empty where systemd would take none, or stop at it
 * @param remarks what is wrong with it, a line each; where there is a policy, systemd passes over
 *     that
 */
public record PolicyFile(Optional<Policy> policy, List<String> remarks) {
  /** Sums of products of weights and badness fit in their numbers. */
  private static final long MOST = 1_000_000_000_000L;

  private static final List<String> KEYS =
      List.of("weight", "range", "description_good", "description_bad", "description_na");

  public PolicyFile {
    remarks = List.copyOf(remarks);
  }

  /** What the text says. */
  public static PolicyFile parse(String text) {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      return new Reader(parser).file();
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      String where = at == null ? "" : " in line " + at.getLineNr();
      return refused("this is no JSON" + where);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PolicyFile refused(String remark) {
    return new PolicyFile(Optional.empty(), List.of(remark));
  }

  private static final class Reader {
    private final JsonParser parser;
    private final Map<String, ExposureCheck> checks = new TreeMap<>();
    private final Map<String, Policy.Change> changes = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    Reader(JsonParser parser) {
      this.parser = parser;
      Catalog.standard().exposureChecks().forEach(c -> checks.put(c.field(), c));
    }

    PolicyFile file() throws IOException {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return refused("a policy is an object with an object for each check");
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String field = parser.currentName();
        parser.nextToken();
        check(field);
      }
      if (parser.nextToken() != null) {
        return refused("there is more behind the end of the object");
      }
      var policy = new Policy(changes);
      if (checks.values().stream().allMatch(c -> policy.weight(c) == 0)) {
        faults.add("no check has a weight");
      }
      return faults.isEmpty()
          ? new PolicyFile(Optional.of(policy), remarks)
          : new PolicyFile(Optional.empty(), faults);
    }

    private void check(String field) throws IOException {
      var check = checks.get(field);
      if (check == null) {
        remarks.add("there is no check `" + field + "`" + meant(field, checks.keySet()));
      }
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        remarks.add("`" + field + "` is no object");
      }
      if (check == null || parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        return;
      }
      change(check);
    }

    private static String meant(String word, Collection<String> known) {
      return Nearest.of(word, known).map(n -> "; did you mean `" + n + "`?").orElse("");
    }

    private void change(ExposureCheck check) throws IOException {
      var numbers = new HashMap<String, OptionalLong>();
      var words = new HashMap<String, Optional<String>>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        switch (key) {
          case "weight", "range" -> numbers.put(key, number(check, key));
          case "description_good", "description_bad", "description_na" ->
              words.put(key, word(check, key));
          default -> remarks.add("`" + check.field() + "` has no `" + key + "`" + meant(key, KEYS));
        }
        parser.skipChildren();
      }
      var range = numbers.getOrDefault("range", OptionalLong.empty());
      if (range.isPresent() && range.getAsLong() < check.range()) {
        faults.add(
            "the range of `"
                + check.field()
                + "` is at least "
                + check.range()
                + ", its badness; systemd stops at "
                + range.getAsLong());
      }
      changes.put(
          check.field(),
          new Policy.Change(
              numbers.getOrDefault("weight", OptionalLong.empty()),
              range,
              words.getOrDefault("description_good", Optional.empty()),
              words.getOrDefault("description_bad", Optional.empty()),
              words.getOrDefault("description_na", Optional.empty())));
    }

    /** systemd passes over all but whole numbers; one with an empty fraction is one, too. */
    private OptionalLong number(ExposureCheck check, String key) throws IOException {
      boolean number = parser.currentToken().isNumeric();
      double value = number ? parser.getDoubleValue() : -1;
      if (value < 0 || value != Math.rint(value)) {
        remarks.add("`" + key + "` of `" + check.field() + "` is no whole number from 0 on");
        return OptionalLong.empty();
      }
      if (value > MOST) {
        faults.add("`" + key + "` of `" + check.field() + "` is too large");
        return OptionalLong.empty();
      }
      return OptionalLong.of((long) value);
    }

    private Optional<String> word(ExposureCheck check, String key) throws IOException {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        remarks.add("`" + key + "` of `" + check.field() + "` is no text");
        return Optional.empty();
      }
      return Optional.of(parser.getText());
    }
  }
}
