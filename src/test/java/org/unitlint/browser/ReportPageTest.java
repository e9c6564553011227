package org.unitlint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
  private Path page;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    browser = Browser.open();
    page = Files.writeString(folder.resolve("report.html"), SamplePage.html());
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

  private boolean isSeen(String selector) {
    return browser.find(By.cssSelector(selector)).isDisplayed();
  }

  private void awaitFocus(String unit) {
    browser.await("!document.getElementById('focus').hidden && " + NAME + " === '" + unit + "'");
  }

  @Test
  void hintsAreHiddenUntilTheyAreAskedFor() {
    assertEquals("3 of 4 findings", found());
    browser.click("#filter [value=hint]");
    assertEquals("4 findings", found());
    browser.click("#filter [value=error]");
    assertEquals("2 of 4 findings", found());
    assertFalse(isSeen("#finding-1"));
  }

  @Test
  void allWordsMustBeInAFindingAndGroupsWithoutOneAreHidden() {
    browser.type("#filter [name=words]", "REFUSED db.service");
    assertEquals("1 of 4 findings", found());
    assertEquals(1, count(".group:not([hidden])"));
    browser.type("#filter [name=words]", " nosuchword");
    assertEquals("0 of 4 findings", found());
  }

  @Test
  void aRuleCanBeChosen() {
    browser.click("#filter option[value=S101]");
    assertEquals("1 of 4 findings", found());
    assertTrue(isSeen("#finding-2"));
  }

  @Test
  void aLinkToAFindingShowsItEvenIfItIsFilteredAway() {
    browser.show(page, "#finding-4");
    browser.await("!document.getElementById('finding-4').hidden");
    assertEquals("4 findings", found());
  }

  @Test
  void allFindingsArePrinted() {
    browser.type("#filter [name=words]", "nosuchword");
    browser.print();
    assertTrue(isSeen("#finding-1"));
    assertTrue(isSeen("#finding-4"));
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
  void aBoxOfTheOverviewIsFocusedByAClick() {
    browser.click("#overview [data-unit='multi-user.target'] text");
    awaitFocus("multi-user.target");
    browser.await(VIEW + ".querySelector('.mark')");
    assertEquals(2, count("#overview [data-unit].tied"));
    assertEquals(1, count("#overview [data-from].tied"));
    assertTrue(
        browser.text("document.getElementById('focus').textContent").contains("and 5 more"),
        "eight of thirteen are drawn");
    browser.click("#focus .near a[href$='part-01.service']");
    awaitFocus("part-01.service");
    browser.back();
    awaitFocus("multi-user.target");
    browser.back();
    browser.await("document.getElementById('focus').hidden");
    assertEquals(0, count("#overview .mark, #overview .tied"));
  }

  @Test
  void thePanelTellsWhyAUnitIsStarted() {
    browser.show(page, "#focus=db.service");
    awaitFocus("db.service");
    assertEquals(
        "graphical.target|requires multi-user.target|wants web.service|requires db.service",
        chain("#focus .chain"));
    assertTrue(isSeen("#focus a[href='#finding-3']"));
    assertEquals("1.20s", browser.text(fact(3)).replace("at boot, at ", ""));
  }

  private static String fact(int child) {
    return "document.querySelector('.facts :nth-child(" + (child - 1) + ")').textContent";
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
    assertEquals(0, count("#focus .kinds a[href$='basic.target']"));
    browser.click("#usual-too");
    assertEquals(2, count("#focus .kinds a[href$='basic.target']"));
  }

  @Test
  void chainsToAnotherUnitAreShown() {
    browser.show(page, "#focus=multi-user.target");
    awaitFocus("multi-user.target");
    browser.type("#chain-to", "basic.target");
    assertEquals(
        "multi-user.target|wants web.service|requires basic.target"
            + "|multi-user.target|starts after web.service|starts after basic.target",
        chain("#focus [role=status] .chain"));
    browser.type("#chain-to", Keys.chord(Keys.CONTROL, "a"), "off.service");
    var answer = browser.text("document.querySelector('#focus [role=status]').textContent");
    assertTrue(answer.contains("Neither pulls the other in."), answer);
  }

  @Test
  void hostileNamesStayTexts() {
    var hash = "#focus=" + URLEncoder.encode(SamplePage.HOSTILE, StandardCharsets.UTF_8);
    browser.show(page, hash);
    awaitFocus(SamplePage.HOSTILE);
    assertEquals(0, count("#focus script, #focus b"));
    browser.click("#focus a[href^='#unit-']");
    browser.await("document.querySelector('#units details[open]')?.textContent.includes('<')");
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
    var box = browser.reach("#overview [data-unit='multi-user.target'] rect");
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
    browser.ask("location.hash = '#focus=basic.target'");
    awaitFocus("basic.target");
    browser.await(
        "document.querySelector(\"#overview"
            + " [data-unit='basic.target']\").getBoundingClientRect().left >"
            + " document.querySelector('#overview').getBoundingClientRect().left");
  }

  @Test
  void rowsOfTheTimelineShowDetailsAndLeadToTheirUnits() {
    assertEquals(0, count("#boot [data-unit] title"));
    browser
        .actions()
        .moveToElement(browser.reach("#boot [data-unit='web.service'] .fill-service"))
        .perform();
    browser.await("document.querySelector('.tip').textContent.includes('ready at 1.5s')");
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
        "12 of 20 units", browser.text("document.getElementById('units-found').textContent"));
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
      for (int i = 1; i <= 4; i++) {
        assertTrue(isSeen("#finding-" + i));
      }
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
