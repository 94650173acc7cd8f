/// The chain of custody of one exhibit: its steps in the order of time, and where they leave it.
public struct CustodyChain: Sendable {
    public internal(set) var exhibit: CustodyExhibit
    /// The splits and copies of its parent that name it; one at most in a sound case, none for a whole exhibit.
    public internal(set) var births: [CustodyState.Since] = []
    /// Where it stood when the first of them took place; for a whole exhibit, nowhere.
    public internal(set) var beginning: CustodyState
    /// Its own steps. What was before a part was taken stands in its parent's chain.
    public internal(set) var steps: [CustodyStep] = []
    public internal(set) var end: CustodyState

    init(exhibit: CustodyExhibit) {
        self.exhibit = exhibit
        beginning = CustodyState(of: exhibit)
        end = beginning
    }

    /// Whether anything begins it: a seizure, a receipt, or the split or copy that it came of.
    var hasBeginning: Bool {
        !births.isEmpty || steps.contains { CustodyKinds.beginnings.contains($0.event) }
    }
}

extension CustodyChain {
    /// The positions of the numbered steps, each register's by number. A step without a number is left out.
    var numberedSteps: [[Int]] {
        let numbered = steps.indices.filter { steps[$0].sequence != 0 }
        if numbered.isEmpty { return [] }
        return Dictionary(grouping: numbered) { steps[$0].reporter }.values
            .sorted { $0[0] < $1[0] }
            .map { $0.sorted { (steps[$0].sequence, $0) < (steps[$1].sequence, $1) } }
    }
}
