package org.unitlint.syntax;

import java.util.List;
import org.unitlint.source.Place;
import org.unitlint.source.Span;

/**
 * A line of an entry that gives values to an attribute.
 *
 * @param span the whole line with its end
 * @param name as it is written; case does not count
 */
public record XinetdAttribute(
    Span span, Value name, Operator operator, Value sign, List<Value> values) {
  /** What is done with the values. */
  public enum Operator {
    SET("="),
    ADD("+="),
    REMOVE("-=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** How it is written. */
    public String sign() {
      return sign;
    }
  }

  public XinetdAttribute {
    values = List.copyOf(values);
  }

  /** Whether it is the attribute of that name, in any case. */
  public boolean is(String other) {
    return AsciiCase.equal(name.text(), other);
  }

  /** From the first value to the last; the operator where there is none. */
  public Place valuesPlace() {
    return values.isEmpty()
        ? sign.place()
        : values.get(0).place().to(values.get(values.size() - 1).place());
  }

  /** From the name to the last value. */
  public Place place() {
    return name.place().to(valuesPlace());
  }
}
