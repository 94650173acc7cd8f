import Testing
import XML

@Suite struct StreamReaderTests {
    /// Writes down what it is told.
    private final class Diary: StreamHandler {
        var lines: [String] = []
        var captureAt: Int?

        func start(_ tag: borrowing StartTag) -> StreamInterest {
            let attributes = tag.attributes.map { "\($0.name.local)=\($0.value)" }.joined(separator: " ")
            let first = tag[attribute: 0].map { String(decoding: $0, as: UTF8.self) } ?? "-"
            lines.append(
                "<\(tag.number) \(tag.name.local) depth \(tag.depth) line \(tag.line) [\(attributes)] \(first)"
            )
            return tag.number == captureAt ? .capture : .events
        }
        func text(_ bytes: UnsafeBufferPointer<UInt8>) {
            lines.append(String(decoding: bytes, as: UTF8.self))
        }
        func end(_ number: Int) { lines.append(">\(number)") }
        func captured(_ bytes: UnsafeBufferPointer<UInt8>) {
            lines.append("captured " + String(decoding: bytes, as: UTF8.self))
        }
    }

    private func names() -> NameTable {
        var names = NameTable(namespace: "urn:a", elements: ["list", "item"], attributes: ["id", "to"])
        names.addElement("item", namespace: "urn:b")
        return names
    }

    @Test func namesAreToldApartByNumber() throws {
        let diary = Diary()
        let document = """
            <list xmlns="urn:a" xmlns:b="urn:b">
            <item id="1" b:id="x">a&amp;b</item><b:item to="2"/><item xmlns="" id="a&amp;b"/><other/></list>
            """
        try StreamReader(names: names()).read(ByteSource(Array(document.utf8)), diary)
        #expect(
            diary.lines == [
                "<0 list depth 0 line 1 [] -", "\n", "<1 item depth 1 line 2 [id=1 id=x] 1", "a", "&", "b",
                ">1",
                "<2 item depth 1 line 2 [to=2] -", ">2", "<-1 item depth 1 line 2 [id=a&b] a&b", ">-1",
                "<-1 other depth 1 line 2 [] -", ">-1", ">0",
            ]
        )
    }

    @Test func anElementIsCapturedWhenItEndsAndCapturesDoNotNest() throws {
        let diary = Diary()
        diary.captureAt = 1
        let document = "<list xmlns='urn:a'><item><item/></item>between<item id='2'/></list>"
        try StreamReader(names: names()).read(ByteSource(Array(document.utf8)), diary)
        #expect(
            diary.lines.filter { $0.hasPrefix("captured") || $0 == "between" } == [
                #"captured <item xmlns="urn:a"><item></item></item>"#, "between",
                #"captured <item xmlns="urn:a" id="2"></item>"#,
            ]
        )
    }

    private struct Interruption: Error, Equatable {}

    @Test func whatASourceThrowsComesOutUnchanged() {
        let source = ByteSource { buffer in
            if buffer.count < 65_536 { throw Interruption() }
            buffer[0] = UInt8(ascii: "<")
            return 1
        }
        #expect(throws: Interruption()) { try StreamReader().read(source, Diary()) }
        let empty = ByteSource { _ in throw Interruption() }
        #expect(throws: Interruption()) { try StreamReader().read(empty, Diary()) }
        #expect(throws: Interruption()) { try SchemaTests.compiled().validate(empty) }
    }

    private final class Thrower: StreamHandler {
        let at: String
        var calls = 0

        init(at: String) { self.at = at }

        private func call(_ name: String) throws {
            calls += 1
            if name == at { throw Interruption() }
        }
        func start(_ tag: borrowing StartTag) throws -> StreamInterest {
            try call("start")
            return .capture
        }
        func text(_ bytes: UnsafeBufferPointer<UInt8>) throws { try call("text") }
        func end(_ number: Int) throws { try call("end") }
        func captured(_ bytes: UnsafeBufferPointer<UInt8>) throws { try call("captured") }
    }

    @Test(arguments: [("start", 1), ("text", 2), ("end", 3), ("captured", 4)])
    func whatAHandlerThrowsEndsTheReading(at: String, calls: Int) {
        let thrower = Thrower(at: at)
        // What follows is not well-formed, but nobody gets there.
        let document = "<a>x</a>" + String(repeating: "<b>", count: 10)
        #expect(throws: Interruption()) {
            try StreamReader().read(ByteSource(Array(document.utf8)), thrower)
        }
        #expect(thrower.calls == calls)
    }

    @Test func aLongDocumentIsReadInLittleMemoryWithTheRightLines() throws {
        let item = Array("<item xmlns='urn:a' id='x'>\n<b>কলকাতা</b>\r\n</item>\n".utf8)
        var remaining = 20_000
        var rest: [UInt8] = Array("<list xmlns='urn:a'>\n".utf8)
        let source = ByteSource { buffer in
            while rest.count < buffer.count, remaining > 0 {
                rest += item
                remaining -= 1
                if remaining == 0 { rest += Array("</list>".utf8) }
            }
            let count = min(rest.count, buffer.count)
            buffer.copyBytes(from: rest[..<count])
            rest.removeFirst(count)
            return count
        }
        final class Last: StreamHandler {
            var line = 0
            var count = 0
            func start(_ tag: borrowing StartTag) -> StreamInterest {
                if tag.number == 1 { line = tag.line }
                return tag.number == 1 ? .capture : .events
            }
            func captured(_ bytes: UnsafeBufferPointer<UInt8>) {
                count += 1
                let expected = "<item xmlns=\"urn:a\" id=\"x\">\n<b>কলকাতা</b>\n</item>"
                if !bytes.elementsEqual(expected.utf8) { Issue.record("record \(count)") }
            }
        }
        let last = Last()
        try StreamReader(names: names()).read(source, last)
        #expect(last.count == 20_000)
        #expect(last.line == 2 + 19_999 * 4 - 19_999)
    }

    @Test func readersRunSideBySide() async throws {
        let reader = StreamReader(names: names())
        var generator = DocumentGenerator(seed: 7)
        let bytes = generator.document()
        let expected = try Element(parsing: bytes).canonicalBytes()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<32 {
                group.addTask {
                    let capture = Capture(of: 0)
                    try reader.read(ByteSource(bytes), capture)
                    return capture.bytes == expected
                }
            }
            for try await same in group { #expect(same) }
        }
    }
}
