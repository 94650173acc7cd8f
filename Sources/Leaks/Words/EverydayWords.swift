extension WordLists {
    /// Everyday words that names are also, or come near to. Where one stands, it is taken for a name only
    /// if the name is spelt just so, and then as the weakest kind of match. As sounded by `Brahmic`.
    static let everyday = set(
        """
        a able about above accept across act add after again against age ago agree air all allow almost alone
        along already also always am among amount an and anger any apply are area arm army around arrive art as
        ask at away baby back bad bag ball ban band bank bar bare barn base bat bath be bear beat beauty because
        bed bee been before begin behind believe bell below belt best better between big bill bird bit black
        blood blue board boat body bone book born both bottom box boy bread break bring brother brown build burn
        bus busy but buy by cab cake call came can candy cap car care carry case cash cat cause cell cent chair
        change charm child china city claim class clean clear clerk close coat cold come comet cool copy corn cost
        could count court cow crown cry cup cut daily dairy daisy dam dame dance dare dark data date dawn day dead
        deal dear death debt decide deep deny desk did die diet dig dim dinner dip do doctor doe dog doll done door
        dot down draw dream dress drink drive drop dry due dull dumb dusk duty each ear earn east easy eat edge egg
        eight either else end enough enter era eve even event ever every exit eye face fact fail fair faith fall
        fame far farm fast fat fate father fear fee feel feet felt fern few field fight file fill film final find
        fine fire firm first fish five flag flat floor flora flower fly follow food foot for forest form found four
        free friend from front full fun gain game garden gas gate gave gem get gift girl give glad glass go goal
        gold gone good got grace grain grant grass great green grew ground group grow gun guy had hair half hall
        hand hang happy hard harm has hat hate have hazel he head hear heart heat heaven held hello help hen her
        here hid high hill him his hit hold hole holly home honey hope horse hot hour house how human hung hurry
        i ice idea if ill in inch iris iron is it item ivy jade jam jar jasmine jaw jewel job join joy judge jump
        june just keen keep key kid kill kind king knee knew know lack lad lady lake lamb lame lamp land lane large
        last late laugh law lay lead leaf lean learn least leave led left leg less let letter lid lie life light
        like lily line link lion lip list little live load loan local lock long look loose lord lose lot lotus loud
        love low luck lunch mad made mail main make male mall man manage many map march mark market mass master
        mat match mate matter may me mean meat media meet melon men mend menu mercy mere met mid might mild mile
        milk mill mind mine mint minor minus miss mob mode model money monk month mood moon more moth mother motor
        mouse mouth move much mud must my name narrow near neat neck need nest net never new next nice night nil
        nine no none nor north nose not note noun now number nun nurse oath odd of off office often oil old olive
        omit on once one only open or orange order other our out over own owner pack page paid pain paint pair pale
        palm pan pansy paper park part party pass past pat path pay peace pearl pen people per pet petal phone
        piece pin pink pipe place plan plant play pleas please plus point police pool poor poppy port post pot pour
        power pray press pretty price pride prime print prior prize pull pure push put queen quick quiet quite race
        rain raise ram ran rang range rank rare rate raw reach read ready real rear reason red rent report rest
        rice rich ride right ring rise river road rob rock role roll roof room root rope rosary rose rosy round
        row ruby rude rule run rung rush sack sad safe said sail salad sale salt same sand sandal sang sarong sat
        save saw say scene school sea search seat second see seed seem seen self sell send senior sent set seven
        shade shall shame share shari she sheet shine shiny ship shirt shoe shop short shot should show shut shy
        sick side sign silk silver simile simple since sing sir sister sit six size skin sky sleep slow small smile
        snow so soft soil sold some son song soon sorry sort soul sound south speak spring stand star start state
        stay step still stone stop store storm story street string strong such suit sum summer summon sun sure sweet swim
        table take tale talk tall taps tax tea teach team tear tell ten tent test than thank that the them then
        there these they thin thing think third this thorn those three through thus tide tie till time tin tiny
        tip tire to today told tone too took tool top topic total touch town trade train trap tree trial tries
        true trust try tuna tune turn two type ultra under union unit until up upon us use usual vain vale van
        vast very vine violet visa voice vote wait wake walk wall want war warm was wash watch water wave way we
        weak wear week well went were west wet what when where which while white who whole why wide wife wild will
        win wind wine wing winter wire wise wish with woman won word work world worry would wrap write wrong yarn
        yard year yes yet you young your zone zero
        admin administration anemia arena banana canal cinema diana drama formal karma lemma manner manor manual
        mania marina marine material mineral miner mining minimum minister minute moral normal panama parcel
        caveat racing seeing pyjama panel pram radar rival sauna saree sari seminar sonar terminal tunic mason mini madam
        শাড়ি শাড়ী মানা মনে মন মানে মেয়ে মা আমি আমার তার তারা এর যে সে আশা মায়া পূজা পুজো ছায়া দয়া রাত রানী রাজা প্রিয় প্রিয়া জল ফুল
        চাঁদ তারিখ সন্ধ্যা কথা কাজ ঘর দিন দিদি ছবি কবিতা গান ভালো মালা সোনা রূপা মিনিট মীন রাই কলি কলা মাসি পিসি প্রজা রিক্ত রাখি
        আর না হয় করে ছিল থেকে জন্য পর আগে বলে এক দুই তিন চার পাঁচ আছে এই সেই কি কে কার যা তা ও
        मन मना माना मान मैं मेरा में मेरी मीन आशा माया पूजा छाया दया रात रानी राजा प्रजा प्रिय जल फूल चाँद तारीख संध्या कथा काम घर दिन दीदी
        छवि कविता गाना माला सोना रूपा मिनट तारा मौसी और नहीं है था थी थे से का के की को पर ने यह वह क्या कौन सीमा ज्योति किरण रेखा
        """
    )
}
