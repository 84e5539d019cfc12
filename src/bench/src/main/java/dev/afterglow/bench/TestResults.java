// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What JUnit reported: how many tests there were and which of them failed.
 *
 * @param tests all that were started or skipped
 * @param skipped how many were not run
 * @param failed the unique id and the exception of each that failed
 */
record TestResults(int tests, int skipped, Set<String> failed) {
  private static final Pattern UNIQUE_ID = Pattern.compile("unique-id: (.*)");

  /** Reads all XML reports in a folder. */
  static TestResults read(Path reports) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(reports)) {
      files = all.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
    Reading reading = new Reading();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        reading.read(XMLInputFactory.newInstance().createXMLStreamReader(in));
      } catch (XMLStreamException e) {
        throw new IOException("cannot read " + file, e);
      }
    }
    return new TestResults(reading.tests, reading.skipped, reading.failed);
  }

  /** Tests that failed here or there, but not in both, or not with the same exception. */
  Set<String> differences(TestResults other) {
    Set<String> different = new TreeSet<>(failed);
    different.removeAll(other.failed);
    for (String theirs : other.failed) {
      if (!failed.contains(theirs)) {
        different.add(theirs);
      }
    }
    return different;
  }

  private static final class Reading {
    private final Set<String> failed = new TreeSet<>();
    private int tests;
    private int skipped;
    private String name = "";
    private String failure;

    void read(XMLStreamReader xml) throws XMLStreamException {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          start(xml);
        } else if (event == XMLStreamConstants.CDATA || event == XMLStreamConstants.CHARACTERS) {
          Matcher matcher = UNIQUE_ID.matcher(xml.getText());
          name = matcher.find() ? matcher.group(1) : name;
        } else if (event == XMLStreamConstants.END_ELEMENT
            && xml.getLocalName().equals("testcase")
            && failure != null) {
          failed.add(name + " " + failure);
        }
      }
    }

    private void start(XMLStreamReader xml) {
      switch (xml.getLocalName()) {
        case "testcase" -> {
          tests++;
          failure = null;
          name =
              xml.getAttributeValue(null, "classname") + "." + xml.getAttributeValue(null, "name");
        }
        case "failure", "error" -> failure = xml.getAttributeValue(null, "type");
        case "skipped" -> skipped++;
        default -> {}
      }
    }
  }
}
