package org.unitlint.report.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The schema of SARIF 2.1.0, as its committee publishes it. */
public final class Sarif {
  private static final JsonSchema SCHEMA = schema();

  private Sarif() {}

  private static JsonSchema schema() {
    try (InputStream in = Sarif.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails unless the log is as the schema wants it, formats of texts included. */
  public static void assertValid(String log) {
    var problems =
        SCHEMA.validate(
            log, InputFormat.JSON, c -> c.getExecutionConfig().setFormatAssertionsEnabled(true));
    assertEquals(Set.of(), problems, log);
  }
}
