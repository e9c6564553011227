package org.unitlint.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.WheelInput.ScrollOrigin;

/** What a reader can do with the page of a report. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPageTest {
  private static final String VIEW = "document.querySelector('#overview .view')";
  private static final String ACTIVE = "document.activeElement";
  private static final String NAME = "document.getElementById('focus-name').textContent";

  private Browser browser;
  private Told told;
  private Path page;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    browser = Browser.open();
    var root = Files.createDirectory(folder.resolve("root"));
    SampleMachine.layDown(root);
    told = new Told(root);
    page = folder.resolve("report.html");
    Files.writeString(page, told.page("--duration", "db.service=1.5s"));
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void show() {
    browser.window(1280, 800, false).show(page, "");
  }

  @AfterEach
  void nothingWentWrong() {
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(), browser.requests(page));
  }

  private String found() {
    return browser.text("document.getElementById('found').textContent");
  }

  private long count(String selector) {
    return (Long) browser.ask("return document.querySelectorAll(arguments[0]).length", selector);
  }

  private boolean areSeen(String selector) {
    var script =
        "return [...document.querySelectorAll(arguments[0])].every((e) => e.checkVisibility())";
    return (Boolean) browser.ask(script, selector);
  }

  private boolean isSeen(String selector) {
    return browser.find(By.cssSelector(selector)).isDisplayed();
  }

  private String of(long shown) {
    long all = told.findings();
    return (shown == all ? "" + all : shown + " of " + all) + " findings";
  }

  private void awaitFocus(String unit) {
    browser.await("!document.getElementById('focus').hidden && " + NAME + " === '" + unit + "'");
  }

  @Test
  void theSummaryCountsWhatTheCheckFinds() {
    for (String severity : List.of("error", "warning", "info", "hint")) {
      var card = browser.find(By.cssSelector(".card." + severity + " [href='#findings'] strong"));
      assertEquals("" + told.findings(severity), card.getText());
    }
    assertEquals(told.findings(), count(".finding"));
  }

  @Test
  void hintsAreHiddenUntilTheyAreAskedFor() {
    long hints = told.findings("hint");
    assertEquals(of(told.findings() - hints), found());
    browser.click("#filter [value=hint]");
    assertEquals(of(told.findings()), found());
    browser.click("#filter [value=error]");
    assertEquals(of(told.findings() - told.findings("error")), found());
    assertEquals(0, count(".finding.error:not([hidden])"));
  }

  @Test
  void allWordsMustBeInAFindingAndGroupsWithoutOneAreHidden() {
    browser.type("#filter [name=words]", "OLD db.service");
    assertEquals(of(1), found());
    assertEquals(1, count(".group:not([hidden])"));
    browser.type("#filter [name=words]", " nosuchword");
    assertEquals(of(0), found());
  }

  @Test
  void aRuleCanBeChosen() {
    browser.click("#filter option[value=U111]");
    assertEquals(of(told.findings("U111")), found());
    assertTrue(isSeen("[data-rule=U111]"));
  }

  @Test
  void aLinkToAFindingShowsItEvenIfItIsFilteredAway() {
    browser.show(page, "#" + browser.text("document.querySelector('.finding.hint').id"));
    browser.await("!document.querySelector('.finding.hint').hidden");
    assertEquals(of(told.findings()), found());
  }

  @Test
  void allFindingsArePrinted() {
    browser.type("#filter [name=words]", "nosuchword");
    browser.print();
    assertTrue(areSeen(".finding"));
    assertFalse(isSeen("#filter"));
    assertFalse(isSeen("nav"));
  }

  @Test
  void namesThatBeginWithTheTextAreFoundFirst() {
    browser.press("/");
    assertEquals("search", browser.text(ACTIVE + ".id"));
    browser.press("s");
    assertEquals("12", browser.text("document.getElementById('search-list').children.length"));
    browser.press(Keys.BACK_SPACE, "db");
    assertEquals(
        "db.service", browser.text("document.querySelector('#search-list code').textContent"));
    assertEquals("true", browser.text(ACTIVE + ".getAttribute('aria-expanded')"));
    browser.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
    assertEquals("match-1", browser.text(ACTIVE + ".getAttribute('aria-activedescendant')"));
    browser.press(Keys.ENTER);
    awaitFocus("db.socket");
    assertEquals("focus-name", browser.text(ACTIVE + ".id"));
    browser.press(Keys.ESCAPE);
    browser.await("document.getElementById('focus').hidden");
    assertEquals("search", browser.text(ACTIVE + ".id"));
  }

  @Test
  void escapeClosesTheListAndThenEmptiesTheField() {
    browser.type("#search", "web", Keys.ESCAPE);
    assertFalse(isSeen("#search-list"));
    assertEquals("web", browser.text(ACTIVE + ".value"));
    browser.press(Keys.ESCAPE);
    assertEquals("", browser.text(ACTIVE + ".value"));
    browser.type("#search", "nosuchunit", Keys.ENTER);
    assertEquals("", browser.text("location.hash"));
  }

  @Test
  void aBoxOfTheOverviewIsFocusedByAClick() throws IOException {
    browser.click("#overview [data-unit='multi-user.target'] text");
    awaitFocus("multi-user.target");
    browser.await(VIEW + ".querySelector('.mark')");
    assertEquals(
        count("#overview :is([data-from='multi-user.target'], [data-to='multi-user.target'])"),
        count("#overview [data-from].tied"));
    assertEquals(1, count("#overview [data-unit='web.service'].tied"));
    assertEquals(0, count("#overview [data-unit='sysinit.target'].tied"));
    var more = "and " + (told.pulled("multi-user.target") - 8) + " more";
    var panel = browser.text("document.getElementById('focus').textContent");
    assertTrue(panel.contains(more), panel);
    browser.click("#focus .near a[href$='part-01.service']");
    awaitFocus("part-01.service");
    browser.back();
    awaitFocus("multi-user.target");
    browser.back();
    browser.await("document.getElementById('focus').hidden");
    assertEquals(0, count("#overview .mark, #overview .tied"));
  }

  @Test
  void aBoxOfSeveralUnitsTellsWhichTheyAre() {
    browser.click("#overview [data-unit='+part-01.service'] text");
    awaitFocus("12 services");
    assertEquals(12, count("#focus a.unit"));
    browser.click("#focus a[href$='part-12.service']");
    awaitFocus("part-12.service");
    browser.await("document.querySelector('#overview [data-unit=\"+part-01.service\"].tied')");
  }

  @Test
  void panelAndListAreForEverybody() {
    browser.show(page, "#focus=db.service");
    awaitFocus("db.service");
    browser.type("#search", "db");
    assertTrue(isSeen("#search-list"));
    assertEquals(List.of(), browser.faults());
    browser.window(400, 800, true).show(page, "#focus=db.service");
    awaitFocus("db.service");
    assertEquals(List.of(), browser.faults());
  }

  @Test
  void thePanelTellsWhyAUnitIsStarted() throws IOException {
    browser.show(page, "#focus=db.service");
    awaitFocus("db.service");
    assertEquals(told.pull("db.service", "graphical.target"), chain("#focus .chain"));
    browser.await(
        "document.getElementById('focus').textContent.includes('"
            + browser.text(
                "document.querySelector('[data-unit=\"db.service\"] .count').textContent")
            + " findings')");
    assertTrue(isSeen("#focus a[href='#" + first("db.service") + "']"));
    var facts = browser.text("document.querySelector('.facts').textContent");
    assertTrue(facts.contains(", after 1.50s"), facts);
  }

  /** The identity of the first finding of a unit. */
  private String first(String unit) {
    return browser.text(
        "document.querySelector('.group[data-unit=\"%s\"] .finding').id".formatted(unit));
  }

  private String chain(String selector) {
    return browser.text(
        "[...document.querySelectorAll('%s li')].map((i) => i.textContent).join('|')"
            .formatted(selector));
  }

  @Test
  void whatOnlyATriggerOrNothingStartsIsSaid() {
    browser.show(page, "#focus=off.service");
    awaitFocus("off.service");
    var text = browser.text("document.getElementById('focus').textContent");
    assertTrue(text.contains("Nothing that graphical.target pulls in pulls it in."), text);
    assertTrue(text.contains("masked"), text);
    assertTrue(text.contains("conflicted by"), text);
  }

  @Test
  void usualDependenciesAreFoldedUntilTheyAreAskedFor() {
    browser.show(page, "#focus=web.service");
    awaitFocus("web.service");
    assertEquals(0, count("#focus .kinds a[href$='sysinit.target']"));
    browser.click("#usual-too");
    assertEquals(2, count("#focus .kinds a[href$='sysinit.target']"), "needed, and waited for");
  }

  @Test
  void chainsToAnotherUnitAreShown() throws IOException {
    browser.show(page, "#focus=multi-user.target");
    awaitFocus("multi-user.target");
    browser.type("#chain-to", "db.service");
    assertEquals(
        told.pull("db.service", "multi-user.target")
            + "|"
            + told.order("multi-user.target", "db.service"),
        chain("#focus [role=status] .chain"));
    browser.type("#chain-to", Keys.chord(Keys.CONTROL, "a"), "off.service");
    var answer = browser.text("document.querySelector('#focus [role=status]').textContent");
    assertTrue(answer.contains("Neither pulls the other in."), answer);
  }

  @Test
  void hostileNamesAndTextsStayTexts() {
    assertEquals(0, count("main script, main img, main i, main b b"));
    browser.show(page, "#focus=" + URLEncoder.encode(SampleMachine.HOSTILE, UTF_8));
    awaitFocus(SampleMachine.HOSTILE.replace("\\", "\\\\"));
    browser.click("#focus a[href^='#unit-']");
    browser.await("document.querySelector('#units details[open]')?.id.includes('script')");
    browser.show(page, "#focus=web.service");
    awaitFocus("web.service");
    assertEquals(
        SampleMachine.GREETING, browser.text("document.querySelector('.about').innerText"));
    assertEquals(0, count("#focus script, #focus b"));
    browser.show(page, "#focus=%E0%A4%A");
    assertFalse(isSeen("#focus"));
  }

  @Test
  void theWheelScrollsThePageAndZoomsOnlyWithControl() {
    browser.reach("#overview svg");
    var origin = ScrollOrigin.fromElement(browser.find(By.cssSelector("#overview svg")));
    var before = browser.text("scrollY");
    browser.actions().scrollFromOrigin(origin, 0, 60).perform();
    browser.await("String(scrollY) !== '" + before + "'");
    assertEquals("null", browser.text(VIEW + ".getAttribute('transform')"));
    browser.actions().keyDown(Keys.CONTROL).scrollFromOrigin(origin, 0, -120).perform();
    browser.await(VIEW + ".getAttribute('transform')");
    browser.actions().keyUp(Keys.CONTROL).perform();
  }

  @Test
  void buttonsAndKeysZoomAndPan() {
    browser.click("#overview [data-zoom=in]");
    browser.await("/scale\\(1\\.4\\)/.test(" + VIEW + ".getAttribute('transform'))");
    browser.ask("document.getElementById('overview').focus()");
    browser.press("+");
    browser.await("/scale\\(1\\.9/.test(" + VIEW + ".getAttribute('transform'))");
    var before = browser.text(VIEW + ".getAttribute('transform')");
    browser.press(Keys.ARROW_LEFT);
    browser.await(VIEW + ".getAttribute('transform') !== '" + before + "'");
    browser.press("0");
    browser.await(VIEW + ".getAttribute('transform') === 'translate(0,0) scale(1)'");
  }

  @Test
  void aDragPansAndIsNoClick() {
    var box = browser.reach("#overview [data-unit='multi-user.target'] text");
    browser
        .actions()
        .clickAndHold(box)
        .moveByOffset(-60, 20)
        .moveByOffset(-20, 0)
        .release()
        .perform();
    browser.await(VIEW + ".getAttribute('transform')");
    assertEquals("", browser.text("location.hash"));
  }

  @Test
  void theViewMovesToABoxOutsideIt() {
    for (int i = 0; i < 4; i++) {
      browser.click("#overview [data-zoom=in]");
    }
    browser.await("/scale\\(3\\.8/.test(" + VIEW + ".getAttribute('transform'))");
    var inside =
        """
        ((box, frame) => box.left >= frame.left && box.right <= frame.right)(
            document.querySelector("#overview [data-unit='sysinit.target']").getBoundingClientRect(),
            document.getElementById('overview').getBoundingClientRect())
        """
            .strip();
    browser.await("!" + inside);
    browser.ask("location.hash = '#focus=sysinit.target'");
    awaitFocus("sysinit.target");
    browser.await(inside);
  }

  @Test
  void rowsOfTheTimelineShowDetailsAndLeadToTheirUnits() {
    assertEquals(0, count("#boot [data-unit] title"));
    browser
        .actions()
        .moveToElement(browser.reach("#boot [data-unit='db.service'] .fill-service"))
        .perform();
    browser.await("document.querySelector('.tip').textContent.includes('took 1.5')");
    browser.ask("document.querySelector('#boot figure').focus()");
    browser.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
    browser.await("document.querySelector('.current')");
    browser.press(Keys.ENTER);
    browser.await("location.hash.length > 8 && !document.getElementById('focus').hidden");
    browser.press(Keys.ESCAPE);
    browser.await("document.activeElement.closest('#boot')");
  }

  @Test
  void anAddressOfAUnitOpensIt() {
    browser.type("#unit-words", "part");
    assertEquals(
        "12 of " + count("#units details.unit") + " units",
        browser.text("document.getElementById('units-found').textContent"));
    browser.ask("location.hash = '#unit-web.service'");
    browser.await("document.getElementById('unit-web.service').open");
    assertTrue(isSeen("[id='unit-web.service']"));
  }

  @Test
  void everythingIsThereWithoutScript() {
    browser.scripts(false);
    try {
      browser.show(page, "");
      assertEquals(0, count("html.js"), "no script has run");
      assertTrue(areSeen(".finding, .cycle svg, #overview svg, #boot svg"));
      assertFalse(isSeen("#filter"));
      assertFalse(isSeen("#search"));
      assertFalse(isSeen(".tools"));
      browser.click("[id='unit-web.service'] summary");
      assertTrue(isSeen("[id='unit-web.service'] dl"));
    } finally {
      browser.scripts(true);
    }
  }
}
