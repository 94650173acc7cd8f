/// Words that many names and addresses share, as letters (`TermWord.letters`), in three scripts.
enum WordLists {
    /// The words of `text`, read as the search reads words.
    static func set(_ text: String) -> Set<[UInt8]> {
        Set(TermWord.words(of: text).map(\.letters))
    }

    /// Between the parts of a date.
    static let fillers = set("st nd rd th of the ই শে লা রা ঠা তারিখ সাল साल तारीख")

    /// Between the parts of an e-mail address that is spelt out, and of a web address.
    static let addressJoints = set("at dot এট ডট ऐट डॉट")

    /// The months by their names, from 1 to 12.
    static let months: [[UInt8]: Int] = {
        let names = [
            "january jan জানুয়ারি জানুয়ারী जनवरी", "february feb ফেব্রুয়ারি ফেব্রুয়ারী फरवरी फ़रवरी", "march mar মার্চ मार्च",
            "april apr এপ্রিল अप्रैल", "may মে मई", "june jun জুন जून", "july jul জুলাই जुलाई",
            "august aug আগস্ট আগষ্ট अगस्त", "september sep sept সেপ্টেম্বর सितंबर सितम्बर",
            "october oct অক্টোবর अक्टूबर अक्तूबर", "november nov নভেম্বর नवंबर नवम्बर", "december dec ডিসেম্বর दिसंबर दिसम्बर",
        ]
        var months: [[UInt8]: Int] = [:]
        for (index, words) in names.enumerated() {
            for word in TermWord.words(of: words) { months[word.letters] = index + 1 }
        }
        return months
    }()

    /// What the letters of the alphabet are called: initials in other scripts.
    static let letterNames: [[UInt8]: UInt8] = {
        let names = [
            "এ ए", "বি बी", "সি सी", "ডি डी", "ই ई", "এফ एफ", "জি जी", "এইচ एच", "আই आई", "জে जे", "কে के", "এল एल",
            "এম एम", "এন एन", "ও ओ", "পি पी", "কিউ क्यू", "আর आर", "এস एस", "টি टी", "ইউ यू", "ভি वी", "ডব্লিউ डब्ल्यू",
            "এক্স एक्स", "ওয়াই वाई", "জেড जेड",
        ]
        var letters: [[UInt8]: UInt8] = [:]
        for (index, words) in names.enumerated() {
            for word in TermWord.words(of: words) { letters[word.letters] = UInt8(97 + index) }
        }
        return letters
    }()

    /// Endings that are glued to a word, as letters; the longer first.
    static let bengaliEndings = endings(
        """
        দেরকে গুলোর দেরই রইই টাকে টিকে টির টার দিকে কেও রও রই দের এর কে তে টা টি য় রা র ই ও
        দেবী দিদি বাবু রানী কুমারী বালা বিবি খাতুন বেগম দি দা জি
        """
    )
    static let hindiEndings = endings("को ने का की के से में पर जी देवी बाई दीदी कुमारी बेगम बीबी रानी")
    static let latinEndings = endings(
        "ke ko ne der devi debi bai rani kumari didi bibi begum khatun ji jee di"
    )

    private static func endings(_ text: String) -> [[UInt8]] {
        set(text).filter { !$0.isEmpty }.sorted { ($1.count, $0) < ($0.count, $1) }
    }
}

private func < (one: (Int, [UInt8]), other: (Int, [UInt8])) -> Bool {
    one.0 != other.0 ? one.0 < other.0 : one.1.lexicographicallyPrecedes(other.1)
}
