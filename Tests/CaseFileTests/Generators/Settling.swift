import CaseFile

/// A value with form rules, which can be made to follow them.
protocol Settling {
    mutating func settle(using source: RandomSource)
}

extension RandomSource {
    func flip() -> Bool { Bool.random(using: &random) }

    /// Keeps exactly one of two fields.
    func either<A: Decodable, B: Decodable>(_ a: inout A?, _ b: inout B?) {
        if flip() { (a, b) = (a ?? value(), nil) } else { (a, b) = (nil, b ?? value()) }
    }

    func either<A: Decodable, B: Decodable>(_ list: inout [A], _ b: inout B?) {
        if flip() {
            b = nil
            atLeastOne(&list)
        } else {
            (list, b) = ([], b ?? value())
        }
    }

    func atLeastOne<Value: Decodable>(_ list: inout [Value]) {
        if list.isEmpty { list = [value()] }
    }

    /// Puts times in order that are surely not.
    func order(_ first: inout Moment, _ second: inout Moment?) {
        if let later = second, later.isSurelyBefore(first) { (first, second) = (later, first) }
    }

    func order(_ first: inout Moment?, _ second: inout Moment?) {
        if let earlier = first, let later = second, later.isSurelyBefore(earlier) {
            (first, second) = (later, earlier)
        }
    }

    func order(_ first: inout Moment, _ second: inout Moment) {
        if second.isSurelyBefore(first) { swap(&first, &second) }
    }

    func unique<Value>(_ list: inout [Value], by key: (Value) -> some Hashable) {
        var seen: Set<AnyHashable> = []
        list.removeAll { !seen.insert(AnyHashable(key($0))).inserted }
    }
}
