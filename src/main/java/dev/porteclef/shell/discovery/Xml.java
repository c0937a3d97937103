package dev.porteclef.shell.discovery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A document of XML, written from top to bottom.
final class Xml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final XMLStreamWriter writer;

    private Xml(XMLStreamWriter writer) {
        this.writer = writer;
    }

    @FunctionalInterface
    private interface Step {

        void run() throws XMLStreamException;
    }

    /// @param namespace of every element without a prefix
    static byte[] document(String root, String namespace, Consumer<Xml> content) {
        var bytes = new ByteArrayOutputStream();
        try {
            var writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writer.writeStartElement(root);
            writer.writeDefaultNamespace(namespace);
            content.accept(new Xml(writer));
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory takes any text", e);
        }
        return bytes.toByteArray();
    }

    /// An attribute of the element that has just begun.
    Xml with(String name, String value) {
        run(() -> writer.writeAttribute(name, value));
        return this;
    }

    Xml prefix(String prefix, String namespace) {
        run(() -> writer.writeNamespace(prefix, namespace));
        return this;
    }

    void text(String name, String text) {
        run(() -> {
            writer.writeStartElement(name);
            writer.writeCharacters(text);
            writer.writeEndElement();
        });
    }

    /// @param name with its prefix, if it has one
    void element(String name, Consumer<Xml> content) {
        run(() -> writer.writeStartElement(name));
        content.accept(this);
        run(writer::writeEndElement);
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory takes any text", e);
        }
    }
}
