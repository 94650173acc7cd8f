"""The messages found on the two phones, in the languages in which they were written; all invented.

Nobody is named who is protected: the accused spoke of "the small one" and of "number three".
"""

# (date, time, from, text). Chat between A2 (the phone KT-2) and A3, in Hindi.
WITH_A3 = [
    ("09/02/2026", "10:02", "Raja Bhai", "हारू आज शाम को पहुँचेगा। पैसे तैयार रखना।"),
    ("09/02/2026", "10:05", "Malati", "कितना देना है?"),
    ("09/02/2026", "10:06", "Raja Bhai", "पच्चीस। मेरे हिसाब में लिख देना।"),
    ("09/02/2026", "20:31", "Malati", "दे दिया। लड़की बहुत छोटी है, रो रही है।"),
    ("09/02/2026", "20:33", "Raja Bhai", "दो नंबर कमरे में रखो, बाहर से ताला लगाओ। फ़ोन मत देना।"),
    ("13/02/2026", "21:14", "Malati", "14 भेज दिए।"),
    ("13/02/2026", "21:15", "Raja Bhai", "मिल गए।"),
    ("20/02/2026", "21:40", "Malati", "15,500 भेज दिए।"),
    ("27/02/2026", "22:05", "Malati", "इस हफ़्ते 12 ही हैं।"),
    ("27/02/2026", "22:07", "Raja Bhai", "<voice-note-0012.wav>"),
    ("06/03/2026", "21:52", "Malati", "16 भेज दिए। अब तो हिसाब बराबर है?"),
    ("06/03/2026", "21:55", "Raja Bhai", "ठीक है। खाते की फ़ोटो रोज़ भेजती रहना।"),
    ("13/03/2026", "16:58", "Raja Bhai", "नीचे कोई पूछताछ कर रहा है। तुम अभी निकल जाओ, फ़ोन वहीं छोड़ दो।"),
    ("13/03/2026", "17:02", "Malati", "निकल रही हूँ। संजीब वहीं रहेगा।"),
]

# Chat between A2 and A1, in Bengali; it is on both phones.
WITH_A1 = [
    ("10/02/2026", "08:15", "Malati", "ছোটটাকে নিচে যেতে দিবি না। দরজা বাইরে থেকে বন্ধ রাখবি।"),
    ("10/02/2026", "08:16", "Sanjib", "আচ্ছা দিদি। চাবি আমার কাছেই আছে।"),
    ("14/02/2026", "23:10", "Malati", "আজকের হিসাব?"),
    ("14/02/2026", "23:12", "Sanjib", "তিন নম্বর ১৫০০। খাতায় তুলেছি।"),
    ("14/02/2026", "23:13", "Malati", "ওর হাতে কিছু দিবি না।"),
    ("22/02/2026", "12:20", "Sanjib", "মেয়েটা বাড়ি যেতে চাইছে। কী বলব?"),
    ("22/02/2026", "12:24", "Malati", "বল টাকা শোধ হলে যাবে।"),
    ("01/03/2026", "09:40", "Sanjib", "বাড়িওয়ালা এসেছিল, ভাড়া চাইছে।"),
    ("01/03/2026", "09:42", "Malati", "কাল পাঠিয়ে দেব। ওকে ভেতরে ঢুকতে দিস না।"),
    ("10/03/2026", "22:48", "Sanjib", "<IMG_20260310_2248.jpg>"),
    ("13/03/2026", "17:04", "Malati", "আমি বেরোচ্ছি। তুই খাতা আর মোবাইলগুলো সরিয়ে ফেল।"),
    ("13/03/2026", "17:06", "Sanjib", "বাইরে লোক দাঁড়িয়ে আছে, বেরোতে পারছি না।"),
]


def export(chat):
    """As a phone's messenger exports a chat."""
    return "".join(f"{date}, {time} - {sender}: {text}\n" for date, time, sender, text in chat)


def messages_csv(chat, numbers):
    """As an extraction tool lists them: times with their zone, numbers instead of names."""
    lines = ["id,time,from,to,kind,body"]
    for i, (date, time, sender, text) in enumerate(chat, 1):
        day, month, year = date.split("/")
        other = next(name for name in numbers if name != sender)
        kind = "attachment" if text.startswith("<") else "text"
        lines.append(
            f'{i},{year}-{month}-{day}T{time}:00+05:30,{numbers[sender]},{numbers[other]},{kind},"{text}"'
        )
    return "\n".join(lines) + "\n"
