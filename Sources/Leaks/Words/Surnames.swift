extension WordLists {
    /// Names that so many share that one alone tells nobody who is meant, and middle names of that kind.
    static let surnames = set(
        """
        das dass roy ray rai khatun khatoon bibi begum begam singh singha sinha devi debi kumari kumar sk
        sheikh shaikh sekh khan mondal mandal mandol mondol ghosh ghose bose basu dutta datta dutt sen sengupta
        gupta dasgupta sarkar sarker saha shaw shah biswas mitra mukherjee mukherji mukhopadhyay banerjee
        banerji bandyopadhyay chatterjee chatterji chattopadhyay ganguly gangopadhyay bhattacharya
        bhattacharjee bhattacharyya chakraborty chakrabarti chakravarty acharya majumdar mazumdar mojumdar
        dey de deb dev paul pal nath nandi nandy kundu halder haldar naskar laskar molla mollah mulla gazi ghazi
        mallick mullick mallik malik sardar sardhar barman burman barua bauri murmu soren hansda hembram tudu
        kisku mardi besra mahato mahata hazra pramanik bag bagdi dhara maity maiti jana pradhan bera samanta
        manna patra giri panda mishra misra sharma sarma verma varma yadav jadav paswan ram prasad prosad lal
        chowdhury choudhury chaudhuri chaudhary choudhary chowdhary thakur tiwari tewari pandey pande dubey
        shukla jha ojha rao reddy naidu nair pillai iyer iyengar menon patel shetty joshi desai mehta gandhi
        kaur gill sandhu ansari siddiqui siddique qureshi hussain hossain husain hasan hassan ahmed ahmad
        ahamed ali alam islam uddin rahman rehman haque hoque huq miah mia mian khanam akhtar akter akhter
        parvin parveen sultana nisha nessa bano banu khanum aziz karim tamang gurung lama limbu sherpa thapa
        chettri chhetri subba rana magar oraon munda ekka minz xalxo lakra toppo tirkey rani bala bai kaur
        gayen gain mridha shil sil karmakar sutradhar malakar adhikari pathak bhowmick bhowmik talukdar
        দাস রায় খাতুন বিবি বেগম সিং সিংহ সিনহা দেবী কুমারী কুমার সেখ শেখ খান মণ্ডল মন্ডল ঘোষ বসু বোস দত্ত সেন সেনগুপ্ত গুপ্ত
        দাশগুপ্ত দাশ সরকার সাহা সাউ শাহ বিশ্বাস মিত্র মুখার্জী মুখার্জি মুখোপাধ্যায় ব্যানার্জী ব্যানার্জি বন্দ্যোপাধ্যায় চ্যাটার্জী
        চ্যাটার্জি চট্টোপাধ্যায় গাঙ্গুলী গাঙ্গুলি গঙ্গোপাধ্যায় ভট্টাচার্য ভট্টাচার্য্য চক্রবর্তী আচার্য মজুমদার দে দেব পাল নাথ নন্দী কুন্ডু কুণ্ডু
        হালদার নস্কর লস্কর মোল্লা গাজী মল্লিক মালিক সর্দার সরদার বর্মন বাউরি মুর্মু সরেন হাঁসদা হেমব্রম টুডু কিস্কু মাহাতো হাজরা
        প্রামাণিক বাগ বাগদি ধাড়া মাইতি জানা প্রধান বেরা সামন্ত মান্না পাত্র গিরি পন্ডা মিশ্র শর্মা বর্মা যাদব পাসোয়ান রাম প্রসাদ লাল
        চৌধুরী ঠাকুর তিওয়ারি ঝা আলী আলি আলম ইসলাম উদ্দিন রহমান হক মিয়া খানম আখতার আক্তার পারভিন সুলতানা নিশা বানু
        রানী রানি বালা বাই তামাং গুরুং লামা অধিকারী হোসেন হাসান আহমেদ
        दास राय खातून बीबी बेगम सिंह सिन्हा देवी कुमारी कुमार शेख खान मंडल मण्डल घोष बोस बसु दत्त दत्ता सेन गुप्ता सरकार साहा शाह
        विश्वास मित्रा मुखर्जी बनर्जी चटर्जी गांगुली भट्टाचार्य चक्रवर्ती आचार्य मजूमदार डे देव पॉल पाल नाथ नंदी हलदर गाजी मल्लिक
        मलिक सरदार बर्मन मुर्मू सोरेन हांसदा हेम्ब्रम टुडू महतो मिश्रा शर्मा वर्मा यादव पासवान राम प्रसाद लाल चौधरी ठाकुर तिवारी पांडे
        पाण्डेय दुबे शुक्ला झा ओझा राव रेड्डी नायर पटेल शेट्टी जोशी देसाई मेहता गांधी कौर गिल अंसारी सिद्दीकी कुरैशी हुसैन हसन
        अहमद अली आलम इस्लाम रहमान हक खानम अख्तर परवीन सुल्ताना बानो तमांग गुरुंग लामा थापा छेत्री राणा उरांव मुंडा रानी बाला बाई
        """
    )
}
