import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** The methods hashCode, equals and toString of records, as java.lang.runtime.ObjectMethods makes them at run time. */
final class RecordMethods {
  private static final String MAKER = "java/lang/runtime/ObjectMethods";

  private RecordMethods() {}

  /** Whether an instruction asks for one of the three. */
  static boolean makes(Handle by) {
    return by.getOwner().equals(MAKER);
  }

  /** Writes the method, whose name gets a dollar in front, as a static one of the record. */
  static void write(String name, String called, String site, Object[] how, ClassVisitor to) {
    var method = to.visitMethod(ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, "$" + called, site, null, null);
    method.visitCode();
    var fields = new ArrayList<Handle>();
    for (int i = 2; i < how.length; i++) {
      fields.add((Handle) how[i]);
    }
    switch (called) {
      case "hashCode" -> hashCode(method, name, fields);
      case "equals" -> equals(method, name, fields);
      default -> string(method, name, fields);
    }
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private static void hashCode(MethodVisitor method, String name, List<Handle> fields) {
    method.visitInsn(ICONST_0);
    for (Handle field : fields) {
      method.visitIntInsn(BIPUSH, 31);
      method.visitInsn(IMUL);
      method.visitVarInsn(ALOAD, 0);
      method.visitFieldInsn(GETFIELD, name, field.getName(), field.getDesc());
      var type = Type.getType(field.getDesc());
      boolean reference = Values.isReference(type);
      String owner = reference ? "java/util/Objects" : Values.box(type);
      String of = reference ? "(Ljava/lang/Object;)I" : "(" + type.getDescriptor() + ")I";
      method.visitMethodInsn(INVOKESTATIC, owner, "hashCode", of, false);
      method.visitInsn(IADD);
    }
    method.visitInsn(IRETURN);
  }

  private static void equals(MethodVisitor method, String name, List<Handle> fields) {
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
      if (Values.isReference(type)) {
        String pair = "(Ljava/lang/Object;Ljava/lang/Object;)Z";
        method.visitMethodInsn(INVOKESTATIC, "java/util/Objects", "equals", pair, false);
        method.visitJumpInsn(IFEQ, no);
      } else {
        String pair = "(" + type.getDescriptor() + type.getDescriptor() + ")I";
        method.visitMethodInsn(INVOKESTATIC, Values.box(type), "compare", pair, false);
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

  private static void string(MethodVisitor method, String name, List<Handle> fields) {
    String builder = "java/lang/StringBuilder";
    method.visitTypeInsn(NEW, builder);
    method.visitInsn(DUP);
    // Without the package, the classes around it, and the number of a record within a method.
    method.visitLdcInsn(name.replaceFirst(".*[/$]\\d*", "") + "[");
    method.visitMethodInsn(INVOKESPECIAL, builder, "<init>", "(Ljava/lang/String;)V", false);
    String before = "";
    for (Handle field : fields) {
      method.visitLdcInsn(before + field.getName() + "=");
      method.visitMethodInsn(INVOKEVIRTUAL, builder, "append", "(Ljava/lang/String;)L" + builder + ";", false);
      method.visitVarInsn(ALOAD, 0);
      method.visitFieldInsn(GETFIELD, name, field.getName(), field.getDesc());
      String part =
          switch (field.getDesc()) {
            case "Z", "C", "I", "J", "F", "D" -> field.getDesc();
            case "B", "S" -> "I";
            default -> "Ljava/lang/Object;";
          };
      method.visitMethodInsn(INVOKEVIRTUAL, builder, "append", "(" + part + ")L" + builder + ";", false);
      before = ", ";
    }
    method.visitIntInsn(BIPUSH, ']');
    method.visitMethodInsn(INVOKEVIRTUAL, builder, "append", "(C)L" + builder + ";", false);
    method.visitMethodInsn(INVOKEVIRTUAL, builder, "toString", "()Ljava/lang/String;", false);
    method.visitInsn(ARETURN);
  }
}
