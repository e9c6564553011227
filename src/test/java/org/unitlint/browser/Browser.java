package org.unitlint.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A Chromium without a window. A test that opens one is skipped where it or its driver is missing.
 */
final class Browser implements AutoCloseable {
  private static final Logger LOGGER = Logger.getLogger("org.openqa.selenium");
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final Pattern REQUEST =
      Pattern.compile("\"method\":\"Network\\.requestWillBeSent\".*?\"url\":\"([^\"]*)\"");

  private final ChromeDriver driver;
  private final String axe;

  private Browser(ChromeDriver driver, String axe) {
    this.driver = driver;
    this.axe = axe;
  }

  /** Starts one. */
  static Browser open() throws IOException {
    var program = NAMES.stream().flatMap(n -> find(n).stream()).findFirst();
    var helper = find("chromedriver");
    assumeTrue(program.isPresent() && helper.isPresent(), "no Chromium with its driver in PATH");
    LOGGER.setLevel(Level.OFF);
    var options = new ChromeOptions();
    options.setBinary(program.get());
    options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
    options.addArguments("--force-device-scale-factor=1", "--no-first-run", "--lang=en");
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(helper.get())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    var driver = new ChromeDriver(service, options);
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new Browser(driver, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static Optional<File> find(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .map(Path::toFile)
        .findFirst();
  }

  /** Sets the size of the window and the colours that the reader prefers; nothing moves slowly. */
  Browser window(int width, int height, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    var colours = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    var motion = Map.of("name", "prefers-reduced-motion", "value", "reduce");
    media(Map.of("media", "", "features", List.of(colours, motion)));
    return this;
  }

  /** Shows pages as they are printed. */
  void print() {
    media(Map.of("media", "print", "features", List.of()));
  }

  private void media(Map<String, Object> wish) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", wish);
  }

  /** Lets the scripts of pages run, or not. */
  void scripts(boolean run) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
  }

  /** Loads a page; what earlier ones said or asked for is forgotten. */
  Browser show(Path page, String hash) {
    driver.get("about:blank");
    complaints();
    requests(page);
    driver.get(page.toUri() + hash);
    return this;
  }

  /** What the page's console says. */
  List<String> complaints() {
    return entries(LogType.BROWSER).map(LogEntry::getMessage).toList();
  }

  /** The addresses that were asked for, without the page's own. */
  List<String> requests(Path page) {
    return entries(LogType.PERFORMANCE)
        .map(e -> REQUEST.matcher(e.getMessage()))
        .filter(m -> m.find())
        .map(m -> m.group(1))
        .filter(url -> !url.startsWith(page.toUri().toString()))
        .filter(url -> !url.startsWith("about:"))
        .toList();
  }

  private Stream<LogEntry> entries(String type) {
    return StreamSupport.stream(driver.manage().logs().get(type).spliterator(), false);
  }

  /** What a script answers, run in the page. */
  Object ask(String script, Object... values) {
    return driver.executeScript(script, values);
  }

  /** What an expression comes to, as text. */
  String text(String expression) {
    return String.valueOf(ask("return " + expression));
  }

  /** Waits until an expression holds. */
  void await(String expression) {
    var script =
        """
        const done = arguments[arguments.length - 1];
        const end = performance.now() + 5000;
        (function poll() {
          const met = Boolean(%s);
          if (met || performance.now() > end) { done(met); } else { setTimeout(poll, 15); }
        })();
        """;
    var met = driver.executeAsyncScript(script.formatted(expression));
    assertTrue(
        (Boolean) met, () -> "still not so: " + expression + ", at " + text("location.hash"));
  }

  /** The first element that a selector finds. */
  WebElement find(By by) {
    return driver.findElement(by);
  }

  /** Clicks on an element. */
  void click(String selector) {
    reach(selector).click();
  }

  /** Types into an element. */
  void type(String selector, CharSequence... keys) {
    reach(selector).sendKeys(keys);
  }

  /** Presses keys where the keyboard is. */
  void press(CharSequence... keys) {
    actions().sendKeys(keys).perform();
  }

  /** Steps of pointer and keyboard. */
  Actions actions() {
    return new Actions(driver);
  }

  /** The element, brought to the middle of the window, where nothing sticks above it. */
  WebElement reach(String selector) {
    var element = driver.findElement(By.cssSelector(selector));
    ask("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
    return element;
  }

  /** Goes back in the history. */
  void back() {
    driver.navigate().back();
  }

  /** What axe-core finds, but for what it calls minor: the rule, what it says, and where. */
  List<?> faults() {
    ask(axe);
    var script =
        """
        const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ['violations'] }).then(
            (found) => done(found.violations
                .filter((v) => v.impact !== 'minor')
                .map((v) => v.id + ': ' + v.help + ' '
                    + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 300) + ' ' + n.failureSummary))),
            (fault) => done([String(fault)]));
        """;
    return (List<?>) driver.executeAsyncScript(script);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
