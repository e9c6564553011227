import static org.objectweb.asm.Opcodes.*;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Makes classes of lambdas, and methods of what records say of themselves. Java makes both at each start, by the
 * hundred, which takes longer than all the rest, and no archive of Java 17 keeps it. Usage: Flatten JAR PREFIX….
 */
final class Flatten {
  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
  private static final String RECORDS = "java/lang/runtime/ObjectMethods";

  /** All classes by name: those of the jar that were changed, and new ones. */
  private final Map<String, byte[]> changed = new TreeMap<>();

  /** New members of nests, by the nest's host: they may call private methods. */
  private final Map<String, TreeSet<String>> members = new TreeMap<>();

  public static void main(String[] arguments) throws IOException {
    var flatten = new Flatten();
    try (var jar = FileSystems.newFileSystem(Path.of(arguments[0]))) {
      var time = FileTime.fromMillis(0);
      for (int i = 1; i < arguments.length; i++) {
        try (var files = Files.walk(jar.getPath(arguments[i]))) {
          for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
            time = Files.getLastModifiedTime(file);
            flatten.read(Files.readAllBytes(file));
          }
        }
      }
      flatten.join(jar.getPath("/"));
      for (var entry : flatten.changed.entrySet()) {
        var file = jar.getPath("/" + entry.getKey() + ".class");
        Files.write(file, entry.getValue());
        Files.setLastModifiedTime(file, time);
      }
    }
  }

  private void read(byte[] bytes) {
    var reader = new ClassReader(bytes);
    var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    var visitor = new Flattening(writer, reader.getClassName());
    reader.accept(visitor, ClassReader.EXPAND_FRAMES);
    if (visitor.count > 0) {
      changed.put(reader.getClassName(), writer.toByteArray());
    }
  }

  /** Tells the hosts of nests which members are new. */
  private void join(Path root) throws IOException {
    for (var nest : members.entrySet()) {
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
                  nest.getValue().forEach(super::visitNestMember);
                  super.visitEnd();
                }
              },
              0);
      changed.put(nest.getKey(), writer.toByteArray());
    }
  }

  /** One class on its way. */
  private final class Flattening extends ClassVisitor {
    private final String name;
    private final List<Runnable> later = new ArrayList<>();
    private String host;
    private int count;

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
        public void visitInvokeDynamicInsn(String called, String site, Handle by, Object... how) {
          if (by.getOwner().equals(LAMBDAS) && by.getName().equals("metafactory")) {
            String lambda = name + "$$" + count++;
            var made = new Lambda(lambda, host, called, site, (Type) how[0], (Handle) how[1], (Type) how[2]);
            changed.put(lambda, made.bytes());
            members.computeIfAbsent(host, h -> new TreeSet<>()).add(lambda);
            if (made.captures.length == 0) {
              visitFieldInsn(GETSTATIC, lambda, "ONE", Type.getReturnType(site).getDescriptor());
            } else {
              visitMethodInsn(INVOKESTATIC, lambda, "of", site, false);
            }
          } else if (by.getOwner().equals(RECORDS) && !called.equals("toString")) {
            count++;
            later.add(() -> ofRecord(called, site, how));
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

    /** The method of a record, as java.lang.runtime.ObjectMethods makes it. */
    private void ofRecord(String called, String site, Object[] how) {
      var method = super.visitMethod(ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, "$" + called, site, null, null);
      method.visitCode();
      var fields = new ArrayList<Handle>();
      for (int i = 2; i < how.length; i++) {
        fields.add((Handle) how[i]);
      }
      if (called.equals("hashCode")) {
        hashCode(method, fields);
      } else {
        equals(method, fields);
      }
      method.visitMaxs(0, 0);
      method.visitEnd();
    }

    private void hashCode(MethodVisitor method, List<Handle> fields) {
      method.visitInsn(ICONST_0);
      for (Handle field : fields) {
        method.visitIntInsn(BIPUSH, 31);
        method.visitInsn(IMUL);
        method.visitVarInsn(ALOAD, 0);
        method.visitFieldInsn(GETFIELD, name, field.getName(), field.getDesc());
        var type = Type.getType(field.getDesc());
        boolean reference = isReference(type);
        String owner = reference ? "java/util/Objects" : box(type);
        String of = reference ? "(Ljava/lang/Object;)I" : "(" + type.getDescriptor() + ")I";
        method.visitMethodInsn(INVOKESTATIC, owner, "hashCode", of, false);
        method.visitInsn(IADD);
      }
      method.visitInsn(IRETURN);
    }

    private void equals(MethodVisitor method, List<Handle> fields) {
      var other = new Label();
      var no = new Label();
      Object[] locals = {name, "java/lang/Object"};
      method.visitVarInsn(ALOAD, 0);
      method.visitVarInsn(ALOAD, 1);
      method.visitJumpInsn(IF_ACMPNE, other);
      method.visitInsn(ICONST_1);
      method.visitInsn(IRETURN);
      method.visitLabel(other);
      method.visitFrame(F_NEW, 2, locals, 0, new Object[0]);
      method.visitVarInsn(ALOAD, 1);
      method.visitTypeInsn(INSTANCEOF, name);
      method.visitJumpInsn(IFEQ, no);
      for (Handle field : fields) {
        method.visitVarInsn(ALOAD, 0);
        method.visitFieldInsn(GETFIELD, name, field.getName(), field.getDesc());
        method.visitVarInsn(ALOAD, 1);
        method.visitTypeInsn(CHECKCAST, name);
        method.visitFieldInsn(GETFIELD, name, field.getName(), field.getDesc());
        var type = Type.getType(field.getDesc());
        if (isReference(type)) {
          String pair = "(Ljava/lang/Object;Ljava/lang/Object;)Z";
          method.visitMethodInsn(INVOKESTATIC, "java/util/Objects", "equals", pair, false);
          method.visitJumpInsn(IFEQ, no);
        } else {
          String pair = "(" + type.getDescriptor() + type.getDescriptor() + ")I";
          method.visitMethodInsn(INVOKESTATIC, box(type), "compare", pair, false);
          method.visitJumpInsn(IFNE, no);
        }
      }
      method.visitInsn(ICONST_1);
      method.visitInsn(IRETURN);
      method.visitLabel(no);
      method.visitFrame(F_NEW, 2, locals, 0, new Object[0]);
      method.visitInsn(ICONST_0);
      method.visitInsn(IRETURN);
    }
  }

  /** The class that stands for a lambda, see java.lang.invoke.LambdaMetafactory. */
  private static final class Lambda {
    private final String name;
    private final String host;
    private final String method;
    private final Type functional;
    private final Type[] captures;
    private final Type erased;
    private final Handle target;
    private final Type instantiated;

    Lambda(String name, String host, String method, String site, Type erased, Handle target, Type instantiated) {
      this.name = name;
      this.host = host;
      this.method = method;
      this.functional = Type.getReturnType(site);
      this.captures = Type.getArgumentTypes(site);
      this.erased = erased;
      this.target = target;
      this.instantiated = instantiated;
    }

    byte[] bytes() {
      var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      String[] interfaces = {functional.getInternalName()};
      writer.visit(V17, ACC_FINAL | ACC_SYNTHETIC, name, null, "java/lang/Object", interfaces);
      writer.visitNestHost(host);
      String made = Type.getMethodDescriptor(Type.VOID_TYPE, captures);
      for (int i = 0; i < captures.length; i++) {
        writer.visitField(ACC_PRIVATE | ACC_FINAL, "c" + i, captures[i].getDescriptor(), null, null);
      }
      constructor(writer.visitMethod(ACC_PRIVATE, "<init>", made, null, null));
      if (captures.length == 0) {
        String type = functional.getDescriptor();
        writer.visitField(ACC_STATIC | ACC_FINAL, "ONE", type, null, null);
        var once = writer.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
        create(once, made);
        once.visitFieldInsn(PUTSTATIC, name, "ONE", type);
        end(once, RETURN);
      } else {
        String type = Type.getMethodDescriptor(functional, captures);
        var of = writer.visitMethod(ACC_STATIC, "of", type, null, null);
        create(of, made);
        end(of, ARETURN);
      }
      call(writer.visitMethod(ACC_PUBLIC, method, erased.getDescriptor(), null, null));
      writer.visitEnd();
      return writer.toByteArray();
    }

    private void constructor(MethodVisitor code) {
      code.visitCode();
      code.visitVarInsn(ALOAD, 0);
      code.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
      int slot = 1;
      for (int i = 0; i < captures.length; i++) {
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(captures[i].getOpcode(ILOAD), slot);
        code.visitFieldInsn(PUTFIELD, name, "c" + i, captures[i].getDescriptor());
        slot += captures[i].getSize();
      }
      end(code, RETURN);
    }

    private void create(MethodVisitor code, String made) {
      code.visitCode();
      code.visitTypeInsn(NEW, name);
      code.visitInsn(DUP);
      int slot = 0;
      for (Type capture : captures) {
        code.visitVarInsn(capture.getOpcode(ILOAD), slot);
        slot += capture.getSize();
      }
      code.visitMethodInsn(INVOKESPECIAL, name, "<init>", made, false);
    }

    private void call(MethodVisitor code) {
      code.visitCode();
      boolean creates = target.getTag() == H_NEWINVOKESPECIAL;
      if (creates) {
        code.visitTypeInsn(NEW, target.getOwner());
        code.visitInsn(DUP);
      }
      var wanted = new ArrayList<Type>();
      if (!creates && target.getTag() != H_INVOKESTATIC) {
        wanted.add(Type.getObjectType(target.getOwner()));
      }
      wanted.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
      for (int i = 0; i < captures.length; i++) {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, name, "c" + i, captures[i].getDescriptor());
        adapt(code, captures[i], captures[i], wanted.get(i));
      }
      int slot = 1;
      var given = erased.getArgumentTypes();
      for (int i = 0; i < given.length; i++) {
        code.visitVarInsn(given[i].getOpcode(ILOAD), slot);
        slot += given[i].getSize();
        adapt(code, given[i], instantiated.getArgumentTypes()[i], wanted.get(captures.length + i));
      }
      int how =
          switch (target.getTag()) {
            case H_INVOKESTATIC -> INVOKESTATIC;
            case H_NEWINVOKESPECIAL -> INVOKESPECIAL;
            case H_INVOKEINTERFACE -> INVOKEINTERFACE;
            // A private method of the same nest.
            default -> target.isInterface() ? INVOKEINTERFACE : INVOKEVIRTUAL;
          };
      code.visitMethodInsn(how, target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
      var told = creates ? Type.getObjectType(target.getOwner()) : Type.getReturnType(target.getDesc());
      var result = erased.getReturnType();
      if (result.getSort() == Type.VOID) {
        if (told.getSize() > 0) {
          code.visitInsn(told.getSize() == 2 ? POP2 : POP);
        }
      } else {
        adapt(code, told, told, result);
      }
      end(code, result.getOpcode(IRETURN));
    }

    /** Makes the value on the stack one of the type that is wanted; meant is what is known of it. */
    private static void adapt(MethodVisitor code, Type given, Type meant, Type wanted) {
      if (isReference(given) && isReference(wanted)) {
        if (!given.equals(wanted) && !wanted.getInternalName().equals("java/lang/Object")) {
          code.visitTypeInsn(CHECKCAST, wanted.getInternalName());
        }
      } else if (isReference(given)) {
        var primitive = unboxed(meant, wanted);
        code.visitTypeInsn(CHECKCAST, box(primitive));
        String value = primitive.getClassName() + "Value";
        code.visitMethodInsn(INVOKEVIRTUAL, box(primitive), value, "()" + primitive.getDescriptor(), false);
        widen(code, primitive, wanted);
      } else if (isReference(wanted)) {
        String of = "(" + given.getDescriptor() + ")L" + box(given) + ";";
        code.visitMethodInsn(INVOKESTATIC, box(given), "valueOf", of, false);
      } else {
        widen(code, given, wanted);
      }
    }

    private static Type unboxed(Type meant, Type otherwise) {
      for (Type type : PRIMITIVES) {
        if (meant.getSort() == Type.OBJECT && meant.getInternalName().equals(box(type))) {
          return type;
        }
      }
      return otherwise;
    }

    private static void widen(MethodVisitor code, Type from, Type to) {
      if (from.equals(to) || from.getOpcode(ILOAD) == to.getOpcode(ILOAD)) {
        return;
      }
      switch (from.getDescriptor() + to.getDescriptor()) {
        case "JF" -> code.visitInsn(L2F);
        case "JD" -> code.visitInsn(L2D);
        case "FD" -> code.visitInsn(F2D);
        default -> code.visitInsn(to.getSort() == Type.LONG ? I2L : to.getSort() == Type.FLOAT ? I2F : I2D);
      }
    }

    private static void end(MethodVisitor code, int instruction) {
      code.visitInsn(instruction);
      code.visitMaxs(0, 0);
      code.visitEnd();
    }
  }

  private static final List<Type> PRIMITIVES =
      List.of(
          Type.INT_TYPE,
          Type.LONG_TYPE,
          Type.BOOLEAN_TYPE,
          Type.DOUBLE_TYPE,
          Type.CHAR_TYPE,
          Type.FLOAT_TYPE,
          Type.BYTE_TYPE,
          Type.SHORT_TYPE);

  private static boolean isReference(Type type) {
    return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
  }

  private static String box(Type primitive) {
    return switch (primitive.getSort()) {
      case Type.INT -> "java/lang/Integer";
      case Type.LONG -> "java/lang/Long";
      case Type.BOOLEAN -> "java/lang/Boolean";
      case Type.DOUBLE -> "java/lang/Double";
      case Type.CHAR -> "java/lang/Character";
      case Type.FLOAT -> "java/lang/Float";
      case Type.BYTE -> "java/lang/Byte";
      default -> "java/lang/Short";
    };
  }
}
