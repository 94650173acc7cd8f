/// What a rule of custody rests on.
public enum CustodyBasis: String, CaseIterable, Hashable, Sendable, Codable {
    /// A sealed packet is not opened, changed or resealed without the trial court's leave; a register names
    /// every movement from collection to conclusion, with reasons and signatures.
    case kattavellai = "Kattavellai @ Devakar v State of Tamil Nadu, 2025 INSC 845"
    /// An acquittal because nobody had said that the seal was intact between the store-room and the laboratory.
    case jaiChand = "Jai Chand v State of Rajasthan (Rajasthan High Court)"
    /// "Each person who handled the evidence, the date/time it was collected or transferred, and the purpose."
    case nist = "NIST glossary, chain of custody"
    /// Who accessed it, when and where; who checked it in and out, why and under what authority; any change.
    case iso27037 = "ISO/IEC 27037:2012, chain of custody record"
    /// Custody passes at custody transfer points, with two sides to each.
    case transferPoints = "CEN/TS 18053-1, custody transfer points"
    /// Independent witnesses to a search and to the list of what was seized.
    case bnss103 = "BNSS 2023, s.103 and s.105"
    /// Property is disposed of by order of the court.
    case bnss497 = "BNSS 2023, s.497 and s.498"
    /// The certificate of an electronic record gives its hash value and the algorithm.
    case bsa63 = "BSA 2023, s.63(4) and Schedule"
    /// An exhibit's root exhibit, and the action that one came of.
    case caseOntology = "CASE/UCO, provenance record and root exhibit"
    /// What the word means: each step begins where the last one ended.
    case continuity = "the continuity of evidence"
}
