extension WordLists {
    /// Words of addresses and schools that many share: alone, or among themselves, they tell no place.
    static let placeWords = set(
        """
        lane road street st rd ave avenue sarani bylane by main cross gali goli para pally palli colony nagar
        nagari pur bazar bazaar market chowk more mor house home flat floor block ward no number nr near opp
        opposite behind beside plot room building apartment apartments complex tower sector phase village
        vill gram town city district dist thana police station ps po post office pin pincode code state country
        west east north south bengal india bharat kolkata calcutta delhi mumbai bombay chennai patna ranchi
        howrah haora hooghly nadia murshidabad malda bihar jharkhand assam odisha orissa uttar pradesh
        maharashtra bangladesh nepal dhaka kathmandu parganas parganas medinipur bardhaman darjeeling
        jalpaiguri school high higher secondary primary junior senior girls girl boys boy vidyalaya
        vidyamandir bidyalaya vidyapith bidyapith balika balak madrasah madrasa institution institute college
        academy convent public central government govt day boarding hostel university class section std
        standard the of and for at in new old great grand saint memorial free upper lower left right bank
        লেন রোড স্ট্রিট সরণী সরণি গলি পাড়া পল্লী কলোনি নগর বাজার মোড় বাড়ি নং নম্বর ফ্ল্যাট ব্লক ওয়ার্ড গ্রাম শহর জেলা থানা ডাকঘর
        পোস্ট অফিস পিন রাজ্য পশ্চিম পূর্ব উত্তর দক্ষিণ পশ্চিমবঙ্গ বঙ্গ ভারত কলকাতা দিল্লি মুম্বই হাওড়া হুগলি নদিয়া মুর্শিদাবাদ মালদা বাংলাদেশ
        নেপাল ঢাকা পরগনা স্কুল হাই উচ্চ মাধ্যমিক প্রাথমিক বালিকা বালক বিদ্যালয় বিদ্যামন্দির বিদ্যাপীঠ মাদ্রাসা কলেজ শ্রেণী
        लेन रोड मार्ग गली मोहल्ला नगर बाजार चौक मकान नंबर नं फ्लैट ब्लॉक वार्ड ग्राम गाँव गांव शहर जिला थाना डाकघर पोस्ट पिन राज्य
        पश्चिम पूर्व उत्तर दक्षिण बंगाल भारत कोलकाता दिल्ली मुंबई पटना रांची हावड़ा बिहार झारखंड असम नेपाल बांग्लादेश स्कूल हाई उच्च माध्यमिक
        प्राथमिक बालिका बालक विद्यालय विद्यामंदिर मदरसा कॉलेज कक्षा
        """
    )

    /// Words of addresses and schools that stand for one another: the same in the three scripts, or
    /// translated. Each with its others.
    static let sameInPlaces: [[UInt8]: [[UInt8]]] = {
        let sets = [
            "lane লেন लेन", "road rd রোড रोड", "street st স্ট্রিট", "sarani সরণী সরণি", "gali goli গলি गली", "para পাড়া",
            "palli pally পল্লী", "colony কলোনি", "nagar নগর नगर", "bazar bazaar বাজার बाजार",
            "village vill gram গ্রাম ग्राम",
            "ward ওয়ার্ড वार्ड", "school vidyalaya bidyalaya স্কুল বিদ্যালয় स्कूल विद्यालय", "high হাই हाई", "higher উচ্চ उच्च",
            "primary প্রাথমিক प्राथमिक", "secondary মাধ্যমিক माध्यमिक", "girls girl balika বালিকা बालिका", "boys balak বালক बालक",
            "madrasah madrasa মাদ্রাসা मदरसा", "college কলেজ कॉलेज", "vidyapith bidyapith বিদ্যাপীঠ",
            "vidyamandir বিদ্যামন্দির विद्यामंदिर",
        ]
        var others: [[UInt8]: [[UInt8]]] = [:]
        for words in sets.map({ TermWord.words(of: $0).map(\.letters) }) {
            for word in words { others[word] = words.filter { $0 != word } }
        }
        return others
    }()
}
