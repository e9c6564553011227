import static org.objectweb.asm.Opcodes.*;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;

/**
 * Makes classes of lambdas, and methods of what records say of themselves. Java makes both at each start, by the
 * hundred, which takes longer than all the rest, and no archive of Java 17 keeps it. The same is true of the lambdas
 * within java.util.Comparator, so that its methods are replaced. Usage: Flatten JAR PREFIX….
 */
final class Flatten {
  private static final String COMPARATORS = "org/unitlint/Comparators";
  private static final Set<String> COMPARING = Set.of("java/util/Comparator", "java/util/Map$Entry");

  private final Interfaces interfaces;

  /** The names and types of what Comparators has. */
  private final Set<String> comparators = new TreeSet<>();

  /** The classes of the jar that were changed, by name. */
  private final Map<String, byte[]> changed = new TreeMap<>();

  /** The classes that stand for lambdas, by the host of their nest: they may call its private methods. */
  private final Map<String, List<LambdaClass>> made = new TreeMap<>();

  private Flatten(Interfaces interfaces) {
    this.interfaces = interfaces;
  }

  public static void main(String[] arguments) throws IOException {
    var file = Path.of(arguments[0]);
    try (var classes = new URLClassLoader(new URL[] {file.toUri().toURL()});
        var jar = FileSystems.newFileSystem(file)) {
      var flatten = new Flatten(new Interfaces(classes));
      flatten.readComparators();
      var time = FileTime.fromMillis(0);
      for (int i = 1; i < arguments.length; i++) {
        try (var files = Files.walk(jar.getPath(arguments[i]))) {
          for (Path one : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
            time = Files.getLastModifiedTime(one);
            flatten.read(Files.readAllBytes(one));
          }
        }
      }
      flatten.join(jar.getPath("/"));
      for (var entry : flatten.changed.entrySet()) {
        var one = jar.getPath("/" + entry.getKey() + ".class");
        Files.write(one, entry.getValue());
        // All three, or the jar would tell when it was built.
        Files.getFileAttributeView(one, BasicFileAttributeView.class).setTimes(time, time, time);
      }
    }
  }

  private void readComparators() throws IOException {
    try (var file = Flatten.class.getResourceAsStream("/" + COMPARATORS + ".class")) {
      byte[] bytes = file.readAllBytes();
      new ClassReader(bytes)
          .accept(
              new ClassVisitor(ASM9) {
                @Override
                public MethodVisitor visitMethod(int access, String name, String type, String sign, String[] thrown) {
                  comparators.add(name + type);
                  return null;
                }
              },
              0);
      read(bytes);
    }
  }

  private void read(byte[] bytes) {
    var reader = new ClassReader(bytes);
    var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    var visitor = new Flattening(writer, reader.getClassName());
    reader.accept(visitor, ClassReader.EXPAND_FRAMES);
    if (visitor.isChanged) {
      changed.put(reader.getClassName(), writer.toByteArray());
    }
  }

  /** Writes the classes that were made, and tells the hosts of their nests of them. */
  private void join(Path root) throws IOException {
    for (var nest : made.entrySet()) {
      byte[] bytes = changed.get(nest.getKey());
      if (bytes == null) {
        bytes = Files.readAllBytes(root.resolve(nest.getKey() + ".class"));
      }
      var writer = new ClassWriter(0);
      new ClassReader(bytes)
          .accept(
              new ClassVisitor(ASM9, writer) {
                @Override
                public void visitEnd() {
                  nest.getValue().forEach(m -> super.visitNestMember(m.name()));
                  super.visitEnd();
                }
              },
              0);
      changed.put(nest.getKey(), writer.toByteArray());
      nest.getValue().forEach(m -> changed.put(m.name(), m.bytes()));
    }
  }

  /** The first class of the nest that can take the lambda; it has it from now on. */
  private LambdaClass home(String host, Lambda lambda) {
    var classes = made.computeIfAbsent(host, h -> new ArrayList<>());
    for (LambdaClass one : classes) {
      if (one.takes(lambda)) {
        return one;
      }
    }
    String name = host + "$$" + (classes.isEmpty() ? "" : classes.size());
    var one = new LambdaClass(name, host, interfaces);
    one.takes(lambda);
    classes.add(one);
    return one;
  }

  /** One class on its way. */
  private final class Flattening extends ClassVisitor {
    private final String name;
    private final List<Runnable> later = new ArrayList<>();
    private String host;
    private boolean isChanged;

    Flattening(ClassVisitor next, String name) {
      super(ASM9, next);
      this.name = name;
      host = name;
    }

    @Override
    public void visitNestHost(String nestHost) {
      host = nestHost;
      super.visitNestHost(nestHost);
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String type, String signature, String[] thrown) {
      return new MethodVisitor(ASM9, super.visitMethod(access, method, type, signature, thrown)) {
        @Override
        public void visitMethodInsn(int how, String owner, String called, String types, boolean isInterface) {
          String first = how == INVOKESTATIC ? "(" : "(L" + owner + ";";
          String instead = first + types.substring(1);
          if (COMPARING.contains(owner) && comparators.contains(called + instead)) {
            isChanged = true;
            super.visitMethodInsn(INVOKESTATIC, COMPARATORS, called, instead, false);
          } else {
            super.visitMethodInsn(how, owner, called, types, isInterface);
          }
        }

        @Override
        public void visitInvokeDynamicInsn(String called, String site, Handle by, Object... how) {
          var lambda = Lambda.of(called, site, by, how);
          if (lambda.isPresent()) {
            isChanged = true;
            home(host, lambda.get()).create(lambda.get(), mv);
          } else if (RecordMethods.makes(by)) {
            isChanged = true;
            later.add(() -> RecordMethods.write(name, called, site, how, Flattening.this));
            visitMethodInsn(INVOKESTATIC, name, "$" + called, site, false);
          } else {
            super.visitInvokeDynamicInsn(called, site, by, how);
          }
        }
      };
    }

    @Override
    public void visitEnd() {
      later.forEach(Runnable::run);
      super.visitEnd();
    }
  }
}
