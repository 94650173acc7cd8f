internal import Foundation
internal import GRDB

extension Row {
    /// The bytes in a column that is NOT NULL.
    func bytes(_ column: Int) throws -> [UInt8] {
        try withUnsafeData(atIndex: column) { $0.map { Array($0) } ?? [] }
    }
}

extension [UInt8] {
    var data: Data { Data(self) }
}
