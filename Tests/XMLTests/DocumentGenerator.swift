/// Writes a random document as text, with everything that the canonical form has to put in order: prefixes
/// declared here and used there, redeclared and undeclared; declarations and attributes in any order; CDATA,
/// comments, references and line ends of all kinds.
struct DocumentGenerator {
    private var random: SeededGenerator
    private var text = ""
    /// How many elements it has.
    private(set) var elements = 0

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func document() -> [UInt8] {
        if random.chance(30) { text += "<?xml version='1.0' encoding=\"UTF-8\"?>\n" }
        if random.chance(20) { text += "<!-- before -->" }
        element(scope: [:], depth: 5)
        if random.chance(20) { text += "\n<!-- after -->\n" }
        return Array(text.utf8)
    }

    /// - Parameter scope: what each prefix stands for; "" is the default namespace.
    private mutating func element(scope: [String: String], depth: Int) {
        elements += 1
        var scope = scope
        var parts: [String] = []
        for prefix in Samples.prefixes + [""] where random.chance(25) {
            let namespace =
                prefix.isEmpty && random.chance(40) ? "" : Samples.namespaces.randomElement(using: &random)!
            scope[prefix] = namespace
            parts.append((prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)") + "=" + quoted(namespace))
        }
        let prefixes = scope.keys.filter { !$0.isEmpty }.sorted()
        let name = name(prefixes: prefixes)
        var taken: Set<[UInt8]> = []
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let local = Samples.names.randomElement(using: &random)!
            let prefix = random.chance(50) ? prefixes.randomElement(using: &random) : nil
            let expanded = Array((prefix.flatMap { scope[$0] } ?? "").utf8) + [0] + Array(local.utf8)
            guard taken.insert(expanded).inserted else { continue }
            parts.append((prefix.map { "\($0):" } ?? "") + local + "=" + quoted(Samples.text(using: &random)))
        }
        if random.chance(10) { parts.append("xml:lang=\"bn\"") }
        if random.chance(10) { parts.append("xml:space='preserve'") }
        parts.shuffle(using: &random)
        let space = [" ", "\n", "\t ", "\r\n"].randomElement(using: &random)!
        text += "<" + name + parts.map { space + $0 }.joined() + (random.chance(20) ? " " : "")
        if random.chance(15) {
            text += "/>"
            return
        }
        text += ">"
        for _ in 0..<Int.random(in: 0...5, using: &random) { child(scope: scope, depth: depth) }
        text += "</" + name + (random.chance(10) ? "\n>" : ">")
    }

    private mutating func name(prefixes: [String]) -> String {
        let local = Samples.names.randomElement(using: &random)!
        guard random.chance(50), let prefix = prefixes.randomElement(using: &random) else { return local }
        return "\(prefix):\(local)"
    }

    private mutating func child(scope: [String: String], depth: Int) {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: text += "<!-- a comment & <markup> -->"
        case 1:
            let content = Samples.text(using: &random).replacing("]]>", with: "")
            text += "<![CDATA[\(content)]]>"
        case 2: text += ["\r\n", "\r", "\n\t", "&#13;", "&#xD;&#10;", "&#9;"].randomElement(using: &random)!
        case 3, 4, 5: text += escaped(Samples.text(using: &random)).replacing(">", with: "&gt;")
        default: if depth > 0 { element(scope: scope, depth: depth - 1) }
        }
    }

    private mutating func quoted(_ value: String) -> String {
        random.chance(50)
            ? "\"" + escaped(value).replacing("\"", with: "&quot;") + "\""
            : "'" + escaped(value).replacing("'", with: "&apos;") + "'"
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&#x3c;")
    }
}
