// SPDX-License-Identifier: Apache-2.0

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.web.util.UriComponentsBuilder;

/** Spring: a context with two beans, an expression, an address. */
public class Spring {
  interface Greeter {
    String greet(String name);
  }

  @Configuration
  static class Config {
    @Bean
    String greeting() {
      return "Hello";
    }

    @Bean
    Greeter greeter(String greeting) {
      return name -> greeting + ", " + name;
    }
  }

  public static void main(String[] args) {
    try (var context = new AnnotationConfigApplicationContext(Config.class)) {
      System.out.println(context.getBean(Greeter.class).greet("world"));
      System.out.println(String.join(" ", context.getBeanDefinitionNames()));
    }
    System.out.println(
        new SpelExpressionParser().parseExpression("{1, 2, 3}.![#this * 2]").getValue());
    System.out.println(
        UriComponentsBuilder.fromUriString("http://a/{b}").queryParam("c", 1).build("x y"));
  }
}
