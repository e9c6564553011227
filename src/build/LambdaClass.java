import static java.util.stream.Collectors.joining;
import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * A class that stands for the lambdas of a nest: it has all their interfaces, and a number tells its objects apart.
 * Each class and each of its methods take microseconds to load, so one with few methods starts faster than many.
 */
final class LambdaClass {
  /** How many lambdas a method may serve. No nest has a third of that; the first compiler looks at case after case. */
  private static final int MOST_CASES = 100;

  /** Java compiles no method that is longer. */
  private static final int MOST_BYTES = 8000;

  private static final String SERIALIZABLE = "java/io/Serializable";

  private static final String ALL = "ALL";
  private static final String NUMBER = "number";

  private final String name;
  private final String host;
  private final Interfaces known;
  private final Set<String> interfaces = new TreeSet<>();

  /** The lambdas by the method that they implement; the place in its list is a lambda's number. */
  private final Map<String, List<Lambda>> cases = new TreeMap<>();

  /** The lambdas that take nothing with them, so that there is one object of each, with their places in ALL. */
  private final Map<Lambda, Integer> alone = new LinkedHashMap<>();

  /** The fields for what the others take with them: each has some of them. */
  private final Set<Lambda.Field> fields = new TreeSet<>();

  /** The static methods that make objects, by their types: which fields they set. */
  private final Map<String, List<Lambda.Field>> makers = new TreeMap<>();

  LambdaClass(String name, String host, Interfaces known) {
    this.name = name;
    this.host = host;
    this.known = known;
  }

  String name() {
    return name;
  }

  /** Takes the lambda if that is possible; one that is the same as one before it is that one. */
  boolean takes(Lambda lambda) {
    var served = cases.getOrDefault(lambda.signature(), List.of());
    if (served.contains(lambda)) {
      return true;
    }
    String functional = lambda.functional().getInternalName();
    if (served.size() == MOST_CASES || !interfaces.stream().allMatch(i -> known.agree(i, functional))) {
      return false;
    }
    if (!cases.isEmpty() && interfaces.contains(SERIALIZABLE) != lambda.isSerializable()) {
      return false;
    }
    interfaces.add(functional);
    if (lambda.isSerializable()) {
      interfaces.add(SERIALIZABLE);
    }
    cases.computeIfAbsent(lambda.signature(), s -> new ArrayList<>()).add(lambda);
    if (lambda.captures().isEmpty()) {
      alone.put(lambda, alone.size());
    }
    return true;
  }

  /** Writes what makes a lambda of the values on the stack. */
  void create(Lambda lambda, MethodVisitor code) {
    if (lambda.captures().isEmpty()) {
      code.visitFieldInsn(GETSTATIC, name, ALL, "[L" + name + ";");
      Values.push(code, alone.get(lambda));
      code.visitInsn(AALOAD);
      return;
    }
    var set = Lambda.Field.of(lambda.captures());
    fields.addAll(set);
    String types = types(set, "L" + name + ";");
    makers.put(types, set);
    Values.push(code, number(lambda));
    code.visitMethodInsn(INVOKESTATIC, name, "of", types, false);
  }

  byte[] bytes() {
    var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(V17, ACC_FINAL | ACC_SYNTHETIC, name, null, "java/lang/Object", interfaces.toArray(String[]::new));
    writer.visitNestHost(host);
    if (!alone.isEmpty()) {
      writer.visitField(ACC_STATIC | ACC_FINAL, ALL, "[L" + name + ";", null, null);
      fillAll(begin(writer, ACC_STATIC, "<clinit>", "()V"));
    }
    writer.visitField(ACC_PRIVATE | ACC_FINAL, NUMBER, "I", null, null);
    fields.forEach(f -> writer.visitField(ACC_PRIVATE | ACC_FINAL, f.name(), f.type().getDescriptor(), null, null));
    construct(begin(writer, ACC_PRIVATE, "<init>", types(fields, "V")));
    makers.forEach((types, set) -> make(begin(writer, ACC_STATIC, "of", types), set));
    for (var lambdas : cases.values()) {
      var first = lambdas.get(0);
      call(begin(writer, ACC_PUBLIC, first.method(), first.erased().getDescriptor()), lambdas);
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  private int number(Lambda lambda) {
    return cases.get(lambda.signature()).indexOf(lambda);
  }

  /** The types of a method that sets these fields, and then the number. */
  private static String types(Collection<Lambda.Field> fields, String result) {
    return fields.stream().map(f -> f.type().getDescriptor()).collect(joining("", "(", "I)" + result));
  }

  private void fillAll(MethodVisitor code) {
    Values.push(code, alone.size());
    code.visitTypeInsn(ANEWARRAY, name);
    alone.forEach(
        (lambda, place) -> {
          code.visitInsn(DUP);
          Values.push(code, place);
          create(code, List.of(), () -> Values.push(code, number(lambda)));
          code.visitInsn(AASTORE);
        });
    code.visitFieldInsn(PUTSTATIC, name, ALL, "[L" + name + ";");
    code.visitInsn(RETURN);
    end(code);
  }

  private void construct(MethodVisitor code) {
    code.visitVarInsn(ALOAD, 0);
    code.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    int slot = 1;
    for (Lambda.Field field : fields) {
      code.visitVarInsn(ALOAD, 0);
      code.visitVarInsn(field.type().getOpcode(ILOAD), slot);
      code.visitFieldInsn(PUTFIELD, name, field.name(), field.type().getDescriptor());
      slot += field.type().getSize();
    }
    code.visitVarInsn(ALOAD, 0);
    code.visitVarInsn(ILOAD, slot);
    code.visitFieldInsn(PUTFIELD, name, NUMBER, "I");
    code.visitInsn(RETURN);
    end(code);
  }

  private void make(MethodVisitor code, List<Lambda.Field> set) {
    int number = set.stream().mapToInt(f -> f.type().getSize()).sum();
    create(code, set, () -> code.visitVarInsn(ILOAD, number));
    code.visitInsn(ARETURN);
    end(code);
  }

  /** Makes an object, with the method's arguments for these fields, and nothing for the others. */
  private void create(MethodVisitor code, List<Lambda.Field> set, Runnable number) {
    code.visitTypeInsn(NEW, name);
    code.visitInsn(DUP);
    for (Lambda.Field field : fields) {
      if (set.contains(field)) {
        int slot = set.subList(0, set.indexOf(field)).stream().mapToInt(f -> f.type().getSize()).sum();
        code.visitVarInsn(field.type().getOpcode(ILOAD), slot);
      } else {
        code.visitInsn(field.nothing());
      }
    }
    number.run();
    code.visitMethodInsn(INVOKESPECIAL, name, "<init>", types(fields, "V"), false);
  }

  /** The method of an interface: does what the lambda of the object's number does. */
  private void call(MethodVisitor code, List<Lambda> lambdas) {
    if (lambdas.size() == 1) {
      lambdas.get(0).call(code, name);
    } else {
      var labels = Stream.generate(Label::new).limit(lambdas.size()).toArray(Label[]::new);
      var none = new Label();
      code.visitVarInsn(ALOAD, 0);
      code.visitFieldInsn(GETFIELD, name, NUMBER, "I");
      code.visitTableSwitchInsn(0, labels.length - 1, none, labels);
      for (int i = 0; i < labels.length; i++) {
        code.visitLabel(labels[i]);
        code.visitFrame(F_SAME, 0, null, 0, null);
        lambdas.get(i).call(code, name);
      }
      code.visitLabel(none);
      code.visitFrame(F_SAME, 0, null, 0, null);
      code.visitInsn(ACONST_NULL);
      code.visitInsn(ATHROW);
    }
    var end = new Label();
    code.visitLabel(end);
    end(code);
    if (end.getOffset() > MOST_BYTES) {
      throw new IllegalStateException(name + " has a method of " + end.getOffset() + " bytes");
    }
  }

  private static MethodVisitor begin(ClassWriter writer, int access, String method, String types) {
    var code = writer.visitMethod(access, method, types, null, null);
    code.visitCode();
    return code;
  }

  private static void end(MethodVisitor code) {
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
