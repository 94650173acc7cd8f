// Searches a folder of text files for protected terms on two threads, and says how fast: bench-leaks TERMS FOLDER

import Foundation
import Leaks
import Synchronization

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    FileHandle.standardError.write(Data("usage: bench-leaks TERMS FOLDER\n".utf8))
    exit(2)
}
let lines = try String(contentsOfFile: arguments[1], encoding: .utf8).split(separator: "\n")
let terms = lines.enumerated().map { ProtectedTerm(code: "t/\($0)", kind: .name, text: String($1)) }
let names = try FileManager.default.contentsOfDirectory(atPath: arguments[2]).sorted()
// In memory before the clock starts: the disk is not what is measured.
let texts = try names.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: arguments[2] + "/" + $0))) }
let bytes = texts.reduce(0) { $0 + $1.count }

let matcher = LeakMatcher(terms)
let next = Mutex(0)
let found = Mutex(0)
let start = ContinuousClock.now
let done = DispatchGroup()
for _ in 0..<2 {
    let thread = Thread {
        let scanner = matcher.scanner()
        var count = 0
        while true {
            let index = next.withLock { next in
                defer { next += 1 }
                return next
            }
            guard index < texts.count else { break }
            count += texts[index].withUnsafeBufferPointer { scanner.matches(in: $0) }.count
        }
        found.withLock { $0 += count }
        done.leave()
    }
    done.enter()
    thread.stackSize = 8 << 20
    thread.start()
}
done.wait()
let elapsed = (ContinuousClock.now - start).components
let seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
print(
    "\(terms.count) terms, \(texts.count) files, \(bytes / 1_000_000) MB: "
        + "\(Int(Double(bytes) / seconds / 1_000_000)) MB/s on two threads, \(found.withLock { $0 }) matches"
)
