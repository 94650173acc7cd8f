extension WordLists {
    /// Words before and after names that are no names. They never hide one, and are never one.
    static let honorifics = set(
        """
        mr mrs ms miss mx master dr prof smt srimati shrimati sri shri sree shree km kumari kum sushri janab
        janaba mst mosammat mosammad musammat mosamat late md mohd haji hazi adv advocate sir madam madame
        ji jee da di didi dada sahab saheb sahib babu baby alias nee urf wo do so
        শ্রীমতী শ্রীমতি শ্রী কুমারী মিস মিসেস মিস্টার মি সুশ্রী জনাব জনাবা মোসাম্মৎ মোছাম্মৎ মোসাঃ মোঃ মৃত ডঃ ডাঃ দিদি দাদা
        সাহেব বাবু ওরফে স্বর্গীয়
        श्रीमती श्री कुमारी सुश्री कु मिस मिसेस मिस्टर डॉ जनाब मोहतरमा स्वर्गीय साहब बाबू जी उर्फ दीदी
        """
    )
}
