package org.unitlint.report.page;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The text of a page for tests: what it says without its programs and styles, and as a tree. */
final class PageText {
  private static final Pattern SCRIPT =
      Pattern.compile("(<script[^>]*>)(.*?)(</script>)", Pattern.DOTALL);
  private static final Pattern STYLE =
      Pattern.compile("(<style[^>]*>)(.*?)(</style>)", Pattern.DOTALL);
  private static final Pattern HASHES = Pattern.compile("('sha256-[^']*' ?)+");

  private PageText() {}

  /** The page without what stands in scripts and styles. */
  static String bare(String page) {
    String text = SCRIPT.matcher(page).replaceAll("$1$3");
    text = STYLE.matcher(text).replaceAll("$1$3");
    return HASHES.matcher(text).replaceAll("…");
  }

  /** What stands in its scripts, in order. */
  static List<String> scripts(String page) {
    var scripts = new ArrayList<String>();
    var matcher = SCRIPT.matcher(page);
    while (matcher.find()) {
      scripts.add(matcher.group(2));
    }
    return scripts;
  }

  /** The bare page as a tree; fails where an XML parser does not take it. */
  static Document tree(String page) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(bare(page))));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  /** The element of that identity. */
  static Element byId(Document tree, String id) {
    return elements(tree).stream()
        .filter(e -> e.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The elements of that name in another one. */
  static List<Element> inside(Element element, String name) {
    return elements(element.getElementsByTagName(name));
  }

  /** All elements of the tree. */
  static List<Element> elements(Document tree) {
    return elements(tree.getElementsByTagName("*"));
  }

  private static List<Element> elements(NodeList all) {
    var elements = new ArrayList<Element>();
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
    return elements;
  }
}
