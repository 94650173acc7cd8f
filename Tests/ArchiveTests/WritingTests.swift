import Archive
import Foundation
import Testing

@Suite struct WritingTests {
    @Test func whatIsWrittenReadsBackWithoutAFinding() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.zip")
        try writeSample(to: path)

        let reader = try ArchiveReader(path: path)
        #expect(reader.directory.findings == [])
        #expect(reader.directory.entries.map(\.name) == sample.map(\.name))
        for (entry, written) in zip(reader.directory.entries, sample) {
            #expect(try reader.bytes(of: entry) == written.content)
        }
        #expect(try reader.mimetypeFindings(expecting: asice) == [])
    }
}
