// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** What Kotlin's plugin for serialization writes into a class, and what only looks like it. */
class KotlinAndScalaTest {
  private static final String SERIALIZER = "()Lkotlinx/serialization/KSerializer;";

  private final ClassFacts facts = facts();

  @Test
  void serializer_on_the_head_of_its_class_is_the_plugins() {
    facts.constructorAt(7);
    assertTrue(KotlinAndScala.generated(facts, method("serializer", SERIALIZER, 7)));
    assertFalse(KotlinAndScala.generated(facts, method("serializer", SERIALIZER, 9)));
    assertFalse(KotlinAndScala.generated(facts, method("serializer", "()V", 7)));
  }

  @Test
  void serializer_of_a_class_whose_head_is_not_known_is_somebodys() {
    assertFalse(KotlinAndScala.generated(facts, method("serializer", SERIALIZER, 0)));
  }

  @Test
  void all_of_a_generated_serializer_is_the_plugins() {
    ClassFacts generated = facts("kotlinx/serialization/internal/GeneratedSerializer");
    assertTrue(KotlinAndScala.generated(generated, method("deserialize", "()V", 7)));
    assertFalse(KotlinAndScala.generated(facts("kotlin/Lazy"), method("deserialize", "()V", 7)));
  }

  @Test
  void what_reads_and_writes_a_class_itself_is_the_plugins() {
    String read = "(ILkotlinx/serialization/internal/SerializationConstructorMarker;)V";
    assertTrue(KotlinAndScala.generated(facts, method("<init>", read, 7)));
    assertTrue(KotlinAndScala.generated(facts, method("write$Self$app", "()V", 7)));
    assertTrue(KotlinAndScala.generated(facts, method("_init_$_anonymous_", SERIALIZER, 7)));
    assertFalse(KotlinAndScala.generated(facts, method("_init_$_anonymous_", "()V", 7)));
  }

  private static ClassFacts facts(String... interfaces) {
    ClassFacts facts = new ClassFacts("app/Person", 0, "java/lang/Object", interfaces);
    facts.source("Person.kt", null, null);
    return facts;
  }

  private static MethodNode method(String name, String descriptor, int line) {
    MethodNode method = new MethodNode(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
    if (line > 0) {
      Label start = new Label();
      method.visitLabel(start);
      method.visitLineNumber(line, start);
    }
    method.visitInsn(Opcodes.RETURN);
    return method;
  }
}
