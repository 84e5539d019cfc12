// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Afterglow's own options. What follows them is what a user would write behind {@code java}. */
@Command(
    name = "afterglow",
    sortOptions = false,
    header = "Shows a Java program running: how often and how recently each line ran.",
    customSynopsis = {
      "afterglow [OPTIONS] File.java [program arguments]",
      "       afterglow [OPTIONS] -jar app.jar [program arguments]",
      "       afterglow [OPTIONS] -cp classes:lib/* Main [program arguments]",
      "       afterglow [OPTIONS] listen",
      "       afterglow open RECORDING",
      "       afterglow"
    },
    description = "Behind Afterglow's options stands what you would write behind java.%n",
    footer = {
      "",
      "Exit code: with --headless the program's own; 1 if the source does not compile;",
      "2 if something is wrong with the command."
    })
final class Options {
  @Option(names = "--headless", description = "No window: run, then print a heat map.")
  boolean headless;

  @Option(
      names = "--counts",
      paramLabel = "FILE",
      description = "Write the counts as CSV after the run.")
  Path counts;

  @Option(names = "--html", paramLabel = "FILE", description = "Write one page of HTML.")
  Path html;

  @Option(
      names = "--png",
      paramLabel = "FILE",
      description = "Write a picture of the hottest file.")
  Path png;

  @Option(
      names = "--story",
      paramLabel = "FILE",
      description = "Write every step with its values as text, an uncaught exception at the end.")
  Path story;

  @Option(names = "--dark", description = "Dark colours for --png.")
  boolean dark;

  @Option(
      names = "--include",
      paramLabel = "PATTERN",
      description = "Count these classes: com.acme.Main, com.acme.* or com.acme.** (repeatable).")
  List<String> include = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "PATTERN",
      description = "Do not count these classes (repeatable).")
  List<String> exclude = new ArrayList<>();

  @Option(
      names = "--marked",
      description = "Count only classes whose source has the comment // afterglow.")
  boolean marked;

  @Option(
      names = "--sources",
      paramLabel = "FOLDER",
      description = "Look for sources here too (repeatable).")
  List<Path> sources = new ArrayList<>();

  @Option(names = "--record", paramLabel = "FILE", description = "Record the run.")
  Path record;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "Run N lines a second, 1 to 1000, or max. Default: source files stand, then 4.")
  String speed;

  @Option(names = "--paused", description = "Stand before the first line.")
  boolean paused;

  @Option(
      names = "--detail",
      paramLabel = "counts|steps",
      description = "Counts only, or every step too. Default: steps for source files.")
  String detail;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Record N steps at most, then counts only. Default: 2000000.")
  String steps;

  @Option(names = "--no-values", description = "Steps without values.")
  boolean noValues;

  @Option(
      names = "--to-string",
      description = "Show values by their toString, which runs the program's own code.")
  boolean toText;

  @Option(
      names = "--show-secrets",
      description = "Show values called password, token, secret or key too.")
  boolean showSecrets;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Listen on this port of the loopback address instead of a free one.")
  int port;

  @Option(names = "--train", hidden = true)
  boolean train;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this text.")
  boolean help;

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  boolean version;

  /** Whether something is to be written after the run. */
  boolean writes() {
    return counts != null || html != null || png != null || story != null;
  }
}
