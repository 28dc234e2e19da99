package org.sparekey.application.adapter.telephony;

import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.sparekey.application.port.SpokenCode;

/**
 * What a call says, in TwiML: slowly, each digit by itself with a pause after it, all of it twice,
 * in the owner's language. It waits a moment first: people pick up before they listen.
 */
final class Twiml {

  private static final Map<String, String> VOICES =
      Map.of("en", "en-GB", "de", "de-DE", "es", "es-ES", "fr", "fr-FR");

  private Twiml() {}

  /** The document, a few hundred characters; Twilio takes 4,000. */
  static String of(SpokenCode code, Locale language) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      String voice = VOICES.getOrDefault(language.getLanguage(), "en-GB");
      xml.writeStartElement("Response");
      pause(xml);
      say(xml, voice, code.opening());
      digits(xml, voice, code.digits());
      say(xml, voice, code.again());
      digits(xml, voice, code.digits());
      say(xml, voice, code.closing());
      xml.writeEndElement();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text could not be written", e);
    }
    return text.toString();
  }

  private static void digits(XMLStreamWriter xml, String voice, String digits)
      throws XMLStreamException {
    for (int i = 0; i < digits.length(); i++) {
      pause(xml);
      say(xml, voice, digits.substring(i, i + 1));
    }
    pause(xml);
  }

  private static void say(XMLStreamWriter xml, String voice, String words)
      throws XMLStreamException {
    xml.writeStartElement("Say");
    xml.writeAttribute("language", voice);
    xml.writeCharacters(words);
    xml.writeEndElement();
  }

  private static void pause(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeEmptyElement("Pause");
    xml.writeAttribute("length", "1");
  }
}
