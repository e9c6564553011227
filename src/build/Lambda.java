import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * What an instruction says of a lambda, see java.lang.invoke.LambdaMetafactory. Two that say the same are the same.
 *
 * @param functional the interface
 * @param captures the types of the values that it takes with it
 * @param method the name of the interface's method
 * @param erased the types of the interface's method
 * @param target the method that does the work
 * @param instantiated the types of the interface's method, as far as they are known here
 * @param isSerializable whether the lambda can be written to a stream
 */
record Lambda(
    Type functional,
    List<Type> captures,
    String method,
    Type erased,
    Handle target,
    Type instantiated,
    boolean isSerializable) {
  private static final String MAKER = "java/lang/invoke/LambdaMetafactory";

  /** FLAG_SERIALIZABLE and FLAG_BRIDGES, as javac sets both for a lambda that is Serializable. */
  private static final int SERIALIZABLE = 5;

  /** The lambda that an instruction makes, if it is one and needs nothing unusual. */
  static Optional<Lambda> of(String method, String site, Handle by, Object[] how) {
    boolean plain = by.getName().equals("metafactory");
    boolean serializable =
        by.getName().equals("altMetafactory") && how[3].equals(SERIALIZABLE) && how[4].equals(0);
    if (!by.getOwner().equals(MAKER) || !plain && !serializable) {
      return Optional.empty();
    }
    var captures = List.of(Type.getArgumentTypes(site));
    var functional = Type.getReturnType(site);
    return Optional.of(
        new Lambda(functional, captures, method, (Type) how[0], (Handle) how[1], (Type) how[2], serializable));
  }

  /** The name and the types of the interface's method. */
  String signature() {
    return method + erased.getDescriptor();
  }

  /** Writes what the interface's method does; the values that the lambda took with it are in fields of the owner. */
  void call(MethodVisitor code, String owner) {
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
    var fields = Field.of(captures);
    for (int i = 0; i < fields.size(); i++) {
      code.visitVarInsn(ALOAD, 0);
      code.visitFieldInsn(GETFIELD, owner, fields.get(i).name(), fields.get(i).type().getDescriptor());
      boolean reference = Values.isReference(captures.get(i));
      Values.adapt(code, reference ? Field.ANY : captures.get(i), captures.get(i), wanted.get(i));
    }
    int slot = 1;
    var given = erased.getArgumentTypes();
    for (int i = 0; i < given.length; i++) {
      code.visitVarInsn(given[i].getOpcode(ILOAD), slot);
      slot += given[i].getSize();
      Values.adapt(code, given[i], instantiated.getArgumentTypes()[i], wanted.get(fields.size() + i));
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
    if (result.getSort() != Type.VOID) {
      Values.adapt(code, told, told, result);
    } else if (told.getSize() > 0) {
      code.visitInsn(told.getSize() == 2 ? POP2 : POP);
    }
    code.visitInsn(result.getOpcode(IRETURN));
  }

  /** A field for a value that a lambda takes with it; lambdas of a class share them, so they are of five types. */
  record Field(String name, Type type) implements Comparable<Field> {
    static final Type ANY = Type.getType(Object.class);

    /** The fields for values of these types, in order. */
    static List<Field> of(List<Type> captures) {
      var fields = new ArrayList<Field>();
      for (Type capture : captures) {
        var type =
            switch (capture.getSort()) {
              case Type.LONG, Type.FLOAT, Type.DOUBLE -> capture;
              case Type.OBJECT, Type.ARRAY -> ANY;
              default -> Type.INT_TYPE;
            };
        long before = fields.stream().filter(f -> f.type.equals(type)).count();
        String letter = type.equals(ANY) ? "R" : type.getDescriptor();
        fields.add(new Field(letter + before, type));
      }
      return fields;
    }

    /** The instruction that pushes what the field holds where a lambda has no use for it. */
    int nothing() {
      return switch (type.getSort()) {
        case Type.LONG -> LCONST_0;
        case Type.FLOAT -> FCONST_0;
        case Type.DOUBLE -> DCONST_0;
        case Type.INT -> ICONST_0;
        default -> ACONST_NULL;
      };
    }

    @Override
    public int compareTo(Field other) {
      return name.compareTo(other.name);
    }
  }
}
