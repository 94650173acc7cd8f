/// A day of the calendar.
struct BirthDate: Hashable, Sendable {
    var year: Int
    var month: Int
    var day: Int

    init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...31).contains(day), (1850...2150).contains(year) else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2009-03-14`, `14/3/2009`, `14 March 2009`, `20090314`, in any of the three scripts.
    init?(_ text: String) {
        var parts: [Part] = []
        for word in TermWord.words(of: text) where !WordLists.fillers.contains(word.letters) {
            if let part = Part(word.letters, isNumber: word.isNumber) { parts.append(part) }
        }
        guard let found = BirthDate.readings(parts).first else { return nil }
        self = found
    }

    /// A number or the name of a month.
    struct Part {
        var value: Int
        var digits: Int
        var isMonth: Bool

        init(value: Int, digits: Int, isMonth: Bool) {
            (self.value, self.digits, self.isMonth) = (value, digits, isMonth)
        }

        init?(_ letters: [UInt8], isNumber: Bool) {
            if isNumber {
                guard letters.count <= 8 else { return nil }
                self.init(
                    value: letters.reduce(0) { $0 * 10 + Int($1 - 48) },
                    digits: letters.count,
                    isMonth: false
                )
            } else {
                guard let month = WordLists.months[letters] else { return nil }
                self.init(value: month, digits: 0, isMonth: true)
            }
        }
    }

    /// The days that the last parts may mean: the usual order of the region first, then that of others.
    static func readings(_ parts: some Collection<Part>) -> [BirthDate] {
        let parts = Array(parts.suffix(3))
        guard let last = parts.last else { return [] }
        if last.digits == 8 {
            let (high, low) = (last.value / 10000, last.value % 10000)
            return [
                BirthDate(year: high, month: low / 100, day: low % 100),
                BirthDate(year: low, month: high % 100, day: high / 100),
            ].compactMap { $0 }
        }
        guard parts.count == 3 else { return [] }
        let (one, two, three) = (parts[0], parts[1], parts[2])
        var readings: [BirthDate?] = []
        if isYear(three), one.digits <= 2, two.digits <= 2 {
            for year in years(three) {
                if !one.isMonth { readings.append(BirthDate(year: year, month: two.value, day: one.value)) }
                if !two.isMonth { readings.append(BirthDate(year: year, month: one.value, day: two.value)) }
            }
        }
        if one.digits == 4, two.digits <= 2, three.digits == 1 || three.digits == 2 {
            readings.append(BirthDate(year: one.value, month: two.value, day: three.value))
        }
        return readings.compactMap { $0 }
    }

    private static func isYear(_ part: Part) -> Bool { part.digits == 4 || part.digits == 2 }

    private static func years(_ part: Part) -> [Int] {
        part.digits == 4 ? [part.value] : [2000 + part.value, 1900 + part.value]
    }
}
