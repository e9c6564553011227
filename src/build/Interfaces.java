import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Type;

/** Which functional interfaces one class can have. */
final class Interfaces {
  /**
   * What is asked of objects with instanceof: the first two by picocli, the others by iterators of numbers, which
   * take a Consumer for one of plain numbers if it is that as well. An object that is more than it says would be led
   * astray.
   */
  private static final Set<String> ASKED_FOR =
      Set.of(
          "java/lang/Runnable",
          "java/util/concurrent/Callable",
          "java/util/function/IntConsumer",
          "java/util/function/LongConsumer",
          "java/util/function/DoubleConsumer");

  private final ClassLoader classes;
  private final Map<String, Map<String, Method>> known = new TreeMap<>();

  Interfaces(ClassLoader classes) {
    this.classes = classes;
  }

  /** Whether one class can have both: a method of one must not stand in for another of the same name and types. */
  boolean agree(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    if (ASKED_FOR.contains(one) || ASKED_FOR.contains(other)) {
      return false;
    }
    var methods = methods(other);
    for (var entry : methods(one).entrySet()) {
      var mine = entry.getValue();
      var its = methods.get(entry.getKey());
      boolean same = its == null || mine.getDeclaringClass() == its.getDeclaringClass();
      if (!same && !(Modifier.isAbstract(mine.getModifiers()) && Modifier.isAbstract(its.getModifiers()))) {
        return false;
      }
    }
    return true;
  }

  /** The methods that a class with this interface has, by name and types. */
  private Map<String, Method> methods(String name) {
    var found = known.get(name);
    if (found == null) {
      found = new TreeMap<>();
      try {
        for (Method method : Class.forName(name.replace('/', '.'), false, classes).getMethods()) {
          if (!Modifier.isStatic(method.getModifiers())) {
            found.put(method.getName() + Type.getMethodDescriptor(method), method);
          }
        }
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
      known.put(name, found);
    }
    return found;
  }
}
