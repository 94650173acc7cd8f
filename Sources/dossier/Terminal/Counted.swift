/// A number and what is counted: `1 file`, `2 files`, `1 custody event`.
func counted(_ number: Int, _ thing: String) -> String { "\(number) \(thing)\(number == 1 ? "" : "s")" }
