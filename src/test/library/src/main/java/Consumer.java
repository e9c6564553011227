import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.unitlint.api.Root;

/** Prints what unitlint finds in a root, and how a boot of it goes. */
public final class Consumer {
  private Consumer() {}

  public static void main(String[] arguments) throws IOException {
    var root = Root.at(Path.of(arguments[0]));
    root.findings().forEach(System.out::println);
    var boot = root.simulate("default.target", Map.of());
    System.out.println(boot.plan().jobs().size() + " jobs, " + boot.criticalPath());
    System.out.println(root.graph().dependencies().size() + " dependencies");
  }
}
