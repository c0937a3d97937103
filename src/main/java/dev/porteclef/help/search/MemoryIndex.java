package dev.porteclef.help.search;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NoLockFactory;

/// Writes an index that lives in memory and never changes.
final class MemoryIndex {

    private MemoryIndex() {}

    /// Adds the documents.
    interface Filling {
        void into(IndexWriter writer) throws IOException;
    }

    /// Every field is made of stems, but for [SearchFields#WORDS].
    static Directory write(Analysis analysis, Filling filling) throws IOException {
        var directory = new ByteBuffersDirectory(
                NoLockFactory.INSTANCE, ByteBuffersDataOutput::new, ByteBuffersDirectory.OUTPUT_AS_BYTE_ARRAY);
        var analyzer =
                new PerFieldAnalyzerWrapper(analysis.forStems(), Map.of(SearchFields.WORDS, analysis.forWords()));
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            filling.into(writer);
            writer.forceMerge(1);
        }
        return directory;
    }
}
