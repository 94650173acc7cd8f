public import CaseFile
internal import XML

/// The offences of a pack.
public struct Offences: Sendable {
    /// In the order of the pack's files.
    public private(set) var all: [Offence] = []
    /// The classes that rules and deadlines speak of, by code, with their names.
    public private(set) var classes: [String: LocalizedText] = [:]
    private var byCode: [String: Int] = [:]

    /// None: a case whose jurisdiction has no pack.
    public init() {}

    /// For tests, and for whoever has offences that are in no pack.
    package init(_ offences: [Offence]) {
        for offence in offences where byCode[offence.code] == nil { append(offence) }
    }

    private mutating func append(_ offence: Offence) {
        byCode[offence.code] = all.count
        all.append(offence)
    }

    public subscript(code: String) -> Offence? { byCode[code].map { all[$0] } }

    /// The offences of a section, as it is written: ITPA, 3(1). Several where it was law in two forms.
    public func offences(act: String, section: String) -> [Offence] {
        func plain(_ text: String) -> String { text.filter { !$0.isWhitespace } }
        return all.filter { $0.act == act && plain($0.section) == plain(section) }
    }

    /// The codes of a class.
    public func codes(inClass name: String) -> [String] {
        all.filter { $0.classes.contains(name) }.map(\.code)
    }

    /// What was law at a time. What was law in a part of it, or may have been, is there too.
    public func inForce(on moment: Moment) -> [Offence] {
        all.filter { [.inForce, .partly].contains($0.standing(on: moment)) }
    }

    /// The offences that governed before this one, as far as the pack has them.
    func predecessors(of offence: Offence) -> [Offence] {
        offence.predecessors.flatMap { predecessor -> [Offence] in
            guard case .section(let act, let section) = predecessor else { return [] }
            return offences(act: act, section: section)
        }
    }

    /// The offences that name this one as what governed before them.
    func successors(of offence: Offence) -> [Offence] {
        all.filter { later in predecessors(of: later).contains { $0.code == offence.code } }
    }
}

extension Offences {
    /// Reads what the pack's files hold. What is wrong is reported with its file and line; the offence concerned is
    /// left out where it has no tree that could be evaluated.
    /// - Parameter documents: offences.xml, the files that it includes and, for the dates of an offence that has none
    ///   of its own, acts.xml; each valid against pack.xsd.
    init(_ documents: [PackDocument], problems: inout [PackProblem]) {
        var acts: [String: (from: CivilDate?, until: CivilDate?)] = [:]
        for act in documents.filter({ $0.root.local == "acts" }).flatMap({ $0.root.all("act") }) {
            acts[act.code] = (act.date("from"), act.date("until"))
        }
        let documents = documents.filter { $0.root.local == "offences" }
        for document in documents {
            for node in document.root.all("class") {
                if classes.updateValue(node.texts("label"), forKey: node.code) != nil {
                    problems.append(
                        document.problem(.duplicate, at: node, "there is a class \(node.code) already")
                    )
                }
            }
        }
        var definitions = Definitions(documents, problems: &problems)
        for document in documents {
            for node in document.root.all("offence") {
                guard self[node.code] == nil else {
                    problems.append(
                        document.problem(.duplicate, at: node, "there is an offence \(node.code) already")
                    )
                    continue
                }
                for name in node.words("classes") where classes[name] == nil {
                    problems.append(
                        document.problem(
                            .reference,
                            at: node,
                            "offence \(node.code): there is no class \(name)"
                        )
                    )
                }
                guard let root = node.first("element"),
                    let tree = definitions.tree(root, in: document, problems: &problems)
                else { continue }
                checkFacts(of: tree, at: node, in: document, problems: &problems)
                append(Offence(node, tree: tree, dates: acts[node.attribute("act") ?? ""]))
            }
        }
    }

    /// A code is one fact: where it stands again, it stands with the same parts.
    private func checkFacts(
        of tree: ElementTree,
        at node: DocumentNode,
        in document: PackDocument,
        problems: inout [PackProblem]
    ) {
        struct Shape: Equatable {
            let join: ElementTree.Join?
            let presumption: Citation?
            let age: AgeLimit?
            let parts: [String]
        }
        var shapes: [String: Shape] = [:]
        var told: Set<String> = []
        tree.forEach { part in
            let shape = Shape(
                join: part.join,
                presumption: part.presumption,
                age: part.age,
                parts: part.parts.map(\.code)
            )
            if let first = shapes[part.code], first != shape, told.insert(part.code).inserted {
                problems.append(
                    document.problem(
                        .duplicate,
                        at: node,
                        "offence \(node.code): the code \(part.code) stands for two different things in its tree"
                    )
                )
            }
            shapes[part.code] = shape
        }
    }
}

extension Offence {
    fileprivate init(
        _ node: DocumentNode,
        tree: ElementTree,
        dates: (from: CivilDate?, until: CivilDate?)?
    ) {
        code = node.code
        title = node.texts("title")
        act = node.attribute("act") ?? ""
        section = node.attribute("section") ?? ""
        from = node.date("from") ?? dates?.from
        until = node.date("until") ?? dates?.until
        predecessors = node.all("predecessor").compactMap(\.citation)
        punishments = node.all("punishment").map { node in
            Punishment(
                label: node.texts("label"),
                yearsFrom: node.attribute("years-from").flatMap(Double.init),
                yearsTo: node.attribute("years-to").flatMap(Double.init),
                life: node.flag("life") ?? false,
                fine: node.flag("fine") ?? false
            )
        }
        isCognizable = node.flag("cognizable")
        isBailable = node.flag("bailable")
        court = node.attribute("court")
        classes = Set(node.words("classes"))
        isReadWithOthers = node.flag("reads-with") ?? false
        confidence = node.confidence ?? .memory
        notes = node.texts("note")
        element = tree
    }
}

extension DocumentNode {
    fileprivate func date(_ attribute: String) -> CivilDate? {
        self.attribute(attribute).flatMap { CivilDate($0) }
    }

    fileprivate func flag(_ attribute: String) -> Bool? {
        self.attribute(attribute).map { ["true", "1"].contains($0) }
    }
}
