import static org.objectweb.asm.Opcodes.*;

import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** How values become values of other types. */
final class Values {
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

  private Values() {}

  /** Makes the value on the stack one of the type that is wanted; meant is what is known of it. */
  static void adapt(MethodVisitor code, Type given, Type meant, Type wanted) {
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

  static boolean isReference(Type type) {
    return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
  }

  static String box(Type primitive) {
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

  /** Pushes a number. */
  static void push(MethodVisitor code, int number) {
    if (number <= 5) {
      code.visitInsn(ICONST_0 + number);
    } else if (number <= Byte.MAX_VALUE) {
      code.visitIntInsn(BIPUSH, number);
    } else {
      code.visitIntInsn(SIPUSH, number);
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
}
