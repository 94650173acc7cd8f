import XML

// Each way to damage an element in one place, at any depth. Texts with references in them are left alone: there, any
// order and any number is right.

extension Element {
    private var isText: Bool { attributes.contains { $0.name.local == "language" } }

    /// With one element missing.
    func withoutEach() -> [(path: String, element: Element)] {
        damagedChildren { element in
            element.elementIndices.map { index in
                var changed = element
                changed.children.remove(at: index)
                return (element.elementName(at: index), changed)
            }
        }
    }

    /// With two neighbours of different names the wrong way round.
    func withEachSwapped() -> [(path: String, element: Element)] {
        damagedChildren { element in
            zip(element.elementIndices, element.elementIndices.dropFirst()).compactMap { first, second in
                guard element.elementName(at: first) != element.elementName(at: second) else { return nil }
                var changed = element
                changed.children.swapAt(first, second)
                return (element.elementName(at: first), changed)
            }
        }
    }

    /// With one more element at the end of one.
    func withEach(adding child: Element) -> [(path: String, element: Element)] {
        damagedChildren { element in
            var changed = element
            changed.children.append(.element(child))
            return [("", changed)]
        } + [("text", replacingFirstText { $0.children.append(.element(child)) })]
    }

    /// With one more attribute on one.
    func withEach(adding attribute: Attribute) -> [(path: String, element: Element)] {
        damagedChildren { element in
            guard element[attribute: attribute.name.local] == nil else { return [] }
            var changed = element
            changed.attributes.append(attribute)
            return [("", changed)]
        }
    }

    /// With the text of one taken away.
    func withEachTextEmptied() -> [(path: String, element: Element)] {
        damagedChildren { element in
            guard element.elements.isEmpty, !element.children.isEmpty else { return [] }
            var changed = element
            changed.children = []
            return [("", changed)]
        }
    }

    /// All that `damage` makes of this element and of those in it.
    private func damagedChildren(
        _ damage: (Element) -> [(path: String, element: Element)]
    ) -> [(path: String, element: Element)] {
        if isText || name.local == "extensions" { return [] }
        let here = damage(self).map { (name.local + "/" + $0.path, $0.element) }
        return here
            + elementIndices.flatMap { index -> [(path: String, element: Element)] in
                guard case .element(let child) = children[index] else { return [] }
                return child.damagedChildren(damage).map { path, changed in
                    var parent = self
                    parent.children[index] = .element(changed)
                    return (name.local + "/" + path, parent)
                }
            }
    }

    private func replacingFirstText(_ change: (inout Element) -> Void) -> Element {
        var changed = self
        guard
            let index = elementIndices.first(where: { index in
                if case .element(let child) = children[index] { child.isText } else { false }
            }), case .element(var text) = children[index]
        else { return changed }
        change(&text)
        changed.children[index] = .element(text)
        return changed
    }

    private var elementIndices: [Int] {
        children.indices.filter { if case .element = children[$0] { true } else { false } }
    }

    private func elementName(at index: Int) -> String {
        guard case .element(let child) = children[index] else { return "" }
        return child.name.local
    }
}
