import Testing

@testable import Redaction

@Suite struct WordTableTests {
    private let table = """
        level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
        1\t1\t0\t0\t0\t0\t0.0\t0.0\t400.0\t300.0\t-1\t###PAGE###
        4\t1\t0\t0\t0\t0\t100.0\t167.0\t191.0\t16.6\t-1\t###LINE###
        5\t1\t0\t0\t0\t0\t100.00\t167.08\t51.01\t16.65\t100\tThe
        5\t1\t0\t0\t0\t1\t156.02\t167.08\t53.01\t16.65\t100\tnéw
        4\t1\t0\t0\t0\t0\t100.0\t187.0\t191.0\t16.6\t-1\t###LINE###
        5\t1\t0\t0\t0\t0\t100.00\t187.08\t36.00\t16.65\t100\tname
        4\t3\t0\t0\t0\t0\t100.0\t187.0\t191.0\t16.6\t-1\t###LINE###
        5\t3\t0\t0\t0\t0\t100.00\t187.08\t36.00\t16.65\t96.2\t
        5\t3\t0\t0\t0\t0\t100.00\t187.08\t36.00\t16.65\t96.2\tlast
        """

    @Test func wordsBecomeTextByPage() {
        let pages = WordTable.read(Array(table.utf8))
        #expect(
            pages.mapValues { String(decoding: $0.text, as: UTF8.self) } == [1: "The néw\nname", 3: "last"]
        )
    }

    @Test func aRangeOfTheTextLeadsBackToItsWords() throws {
        let page = try #require(WordTable.read(Array(table.utf8))[1])
        // From the accent's second byte, over the end of the line, to the name's first letter.
        #expect(page.words(touching: [6..<10]).map(\.text) == ["néw", "name"])
        #expect(page.words(touching: [3..<4]).isEmpty)
    }

    @Test func anAreaIsCutOffAtThePagesEdge() {
        let page = (width: 100, height: 50)
        #expect(
            PixelArea(x: -5.5, y: 40.2, width: 20, height: 30, in: page)
                == PixelArea(x: 0, y: 40, width: 15, height: 10)
        )
        #expect(PixelArea(x: 100, y: 0, width: 5, height: 5, in: page) == nil)
        #expect(PixelArea(x: 1, y: 1, width: .nan, height: 5, in: page) == nil)
        #expect(PixelArea(x: 1, y: 1, width: -4, height: 5, in: page) == nil)
    }
}
