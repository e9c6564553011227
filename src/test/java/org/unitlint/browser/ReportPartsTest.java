package org.unitlint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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

/** What a reader can do with the changes and the exposure on the page of a report. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPartsTest {
  private static final String FOUND = "document.getElementById('services-found').textContent";

  private Browser browser;
  private Path page;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    browser = Browser.open();
    var root = Files.createDirectory(folder.resolve("root"));
    SampleMachine.layDown(root);
    var before = Files.createDirectory(folder.resolve("before"));
    SampleMachine.layDown(before);
    Files.delete(before.resolve("etc/systemd/system/db.socket"));
    var web = before.resolve("etc/systemd/system/web.service");
    Files.writeString(web, Files.readString(web).replace("Restart=always", "Nice=5"));
    page = folder.resolve("report.html");
    Files.writeString(page, new Told(root).page("--since", before.toString()));
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

  private long rows(String selector) {
    var script = "return document.querySelectorAll(arguments[0]).length";
    return (Long) browser.ask(script, "#exposure tbody tr" + selector);
  }

  private boolean isSeen(String selector) {
    return browser.find(By.cssSelector(selector)).isDisplayed();
  }

  @Test
  void wordsFindServices() {
    long all = rows("");
    assertEquals(all + " services", browser.text(FOUND));
    browser.type("#service-words", "PART unsafe");
    assertEquals("12 of " + all + " services", browser.text(FOUND));
    assertEquals(12, rows(":not([hidden])"));
    browser.print();
    assertTrue(
        (Boolean)
            browser.ask(
                "return [...document.querySelectorAll('#exposure tbody tr')]"
                    + ".every((e) => e.checkVisibility())"));
  }

  @Test
  void aServiceOfTheTableLeadsToItsPartAndItsDropIn() {
    browser.click("#exposure a[href='#unit-db.service']");
    browser.await("document.getElementById('unit-db.service').open");
    assertFalse(isSeen("[id='unit-db.service'] details pre"));
    browser.click("[id='unit-db.service'] details summary");
    var text = browser.text("document.querySelector('[id=\"unit-db.service\"] details').innerText");
    assertTrue(text.contains("# /etc/systemd/system/db.service.d/hardening.conf"), text);
  }

  @Test
  void aChangeLeadsToItsUnit() {
    browser.click("#changes h3 a[href='#unit-web.service']");
    browser.await("document.getElementById('unit-web.service').open");
  }

  @Test
  void changesAndExposureAreThereWithoutScript() {
    browser.scripts(false);
    try {
      browser.show(page, "");
      assertTrue(isSeen("#changes .rows"));
      assertTrue(isSeen("#exposure td"));
      assertFalse(isSeen("#service-words"));
    } finally {
      browser.scripts(true);
    }
  }
}
