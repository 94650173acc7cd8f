/// Where a PDF may hold a name that a reader does not see, or not at once.
enum HidingPlace: String, CaseIterable, Sendable {
    case underABox, whiteText, invisibleText, outsideTheCropBox, tinyText
    case annotation, formField, attachment, xmp, information, javaScript, earlierRevision, hiddenLayer
    case comment, inlineImage, ligature, replacementText, bookmark, alternativeText, unreferencedObject

    func pdf() -> [UInt8] {
        var pdf = PlainPDF()
        let name = Secret.text
        let other = PlainPDF.line("The statement of the witness", y: 200)
        switch self {
        case .underABox: pdf.page(other + PlainPDF.line(name) + "0 g 90 110 120 30 re f\n")
        case .whiteText: pdf.page(other + "1 g\n" + PlainPDF.line(name))
        case .invisibleText: pdf.page(other + "3 Tr\n" + PlainPDF.line(name))
        case .outsideTheCropBox: pdf.page(other + PlainPDF.line(name, y: 20), "/CropBox [ 0 100 400 300 ]")
        case .tinyText: pdf.page(other + PlainPDF.line(name, size: 1))
        case .annotation:
            let note = pdf.add(
                "<< /Type /Annot /Subtype /Text /Rect [ 9 9 29 29 ] /F 2 /Contents (\(name)) >>"
            )
            pdf.page(other, "/Annots [ \(note) 0 R ]")
        case .formField:
            let field = pdf.add(
                "<< /Type /Annot /Subtype /Widget /FT /Tx /T (who) /V (\(name)) /F 2 /Rect [ 9 9 99 29 ] >>"
            )
            pdf.catalogEntries = "/AcroForm << /Fields [ \(field) 0 R ] >>"
            pdf.page(other, "/Annots [ \(field) 0 R ]")
        case .attachment:
            let file = pdf.add(stream: "age of \(name)", "/Type /EmbeddedFile")
            let about = pdf.add("<< /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F \(file) 0 R >> >>")
            pdf.catalogEntries = "/Names << /EmbeddedFiles << /Names [ (a.txt) \(about) 0 R ] >> >>"
            pdf.page(other)
        case .xmp:
            let xmp = pdf.add(stream: Self.xmp(name), "/Type /Metadata /Subtype /XML")
            pdf.catalogEntries = "/Metadata \(xmp) 0 R"
            pdf.page(other)
        case .information:
            let info = pdf.add("<< /Title (Statement of \(name)) >>")
            pdf.trailerEntries = "/Info \(info) 0 R"
            pdf.page(other)
        case .javaScript:
            pdf.catalogEntries = "/OpenAction << /S /JavaScript /JS (app.alert\\('\(name)'\\)) >>"
            pdf.page(other)
        case .earlierRevision:
            let content = pdf.page(other + PlainPDF.line(name))
            pdf.revision = [(content, Array(PlainPDF.stream(other).utf8))]
        case .hiddenLayer:
            let layer = pdf.add("<< /Type /OCG /Name (draft) >>")
            pdf.catalogEntries = "/OCProperties << /OCGs [ \(layer) 0 R ] /D << /OFF [ \(layer) 0 R ] >> >>"
            pdf.page(
                other + "/OC /L BDC\n" + PlainPDF.line(name) + "EMC\n",
                resources: "/Properties << /L \(layer) 0 R >>"
            )
        case .comment: pdf.page("% \(name)\n" + other)
        case .inlineImage:
            // Six grey samples that spell it.
            pdf.page(other + "q 6 0 0 1 10 10 cm BI /W 6 /H 1 /BPC 8 /CS /G ID \(name) EI Q\n")
        case .ligature:
            let map = """
                /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
                1 begincodespacerange <00> <FF> endcodespacerange
                1 beginbfchar <41> <\(name.utf8.map { "00" + String($0, radix: 16) }.joined())> endbfchar
                endcmap end end
                """
            let unicode = pdf.add(stream: map)
            pdf.objects[2] = Array(
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode \(unicode) 0 R >>".utf8
            )
            pdf.page("BT /F 18 Tf 100 120 Td (A) Tj ET\n")
        case .replacementText:
            pdf.page(other + "/Span << /ActualText (\(name)) >> BDC\n" + PlainPDF.line("V-1") + "EMC\n")
        case .bookmark:
            let root = pdf.objects.count + 1
            pdf.add("<< /Type /Outlines /First \(root + 1) 0 R /Last \(root + 1) 0 R /Count 1 >>")
            pdf.add("<< /Title (\(name)) /Parent \(root) 0 R >>")
            pdf.catalogEntries = "/Outlines \(root) 0 R"
            pdf.page(other)
        case .alternativeText:
            let part = pdf.add("<< /Type /StructElem /S /Figure /Alt (Photograph of \(name)) >>")
            pdf.catalogEntries =
                "/MarkInfo << /Marked true >> /StructTreeRoot << /Type /StructTreeRoot /K \(part) 0 R >>"
            pdf.page(other)
        case .unreferencedObject:
            pdf.add("(\(name))")
            pdf.page(other)
        }
        return pdf.bytes()
    }

    static func xmp(_ name: String) -> String {
        """
        <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>\(name)</rdf:li>
        </rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>
        """
    }
}
