package org.sparekey.it.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * What a server answered.
 *
 * @param uri where it was found, after redirects
 * @param status HTTP status
 * @param body text of the answer
 */
public record Page(URI uri, int status, String body) {

  /** The answer read as HTML. */
  public Document html() {
    return Jsoup.parse(body, uri.toString());
  }

  /** The text of the first element that matches a CSS query. */
  public String text(String query) {
    return one(query).text();
  }

  /** An attribute of the first element that matches a CSS query. */
  public String value(String query, String attribute) {
    return one(query).attr(attribute);
  }

  /** Whether something matches a CSS query. */
  public boolean has(String query) {
    return html().selectFirst(query) != null;
  }

  /** The form whose submit button, or the form itself, matches the query, with its values. */
  Form form(String query) {
    Element element = one(query);
    Element form = element.normalName().equals("form") ? element : element.closest("form");
    if (!(form instanceof FormElement found)) {
      throw new AssertionError("no form around " + query + " on " + uri);
    }
    Map<String, String> values = new LinkedHashMap<>();
    found.formData().forEach(pair -> values.put(pair.key(), pair.value()));
    // a browser sends the button that was pressed, and no other
    found
        .select("input[type=submit], button[name]")
        .forEach(other -> values.remove(other.attr("name")));
    if (!element.attr("name").isEmpty()) {
      values.put(element.attr("name"), element.attr("value"));
    }
    String action = found.attr("action").isEmpty() ? uri.toString() : found.absUrl("action");
    return new Form(URI.create(action), values, found.attr("method").equalsIgnoreCase("post"));
  }

  private Element one(String query) {
    Element element = html().selectFirst(query);
    if (element == null) {
      throw new AssertionError("no " + query + " on " + uri + " (" + status + "):\n" + body);
    }
    return element;
  }

  /** Where a form goes and what it carries. */
  record Form(URI action, Map<String, String> values, boolean post) {}
}
