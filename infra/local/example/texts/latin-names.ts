/** The Arabic names of the example as their bearers write them in English. */
export const LATIN_NAMES: Readonly<Record<string, string>> = {
  ...{ نورة: 'Noura', سعد: 'Saad', هند: 'Hind', ريم: 'Reem', فهد: 'Fahad', منى: 'Mona', عبدالله: 'Abdullah' },
  ...{
    لمى: 'Lama',
    بندر: 'Bandar',
    أمل: 'Amal',
    خالد: 'Khalid',
    دانة: 'Dana',
    ماجد: 'Majed',
    يوسف: 'Yousef',
  },
  ...{ سارة: 'Sarah', تركي: 'Turki', عائشة: 'Aisha', محمد: 'Mohammed', غادة: 'Ghada', سلطان: 'Sultan' },
  ...{ وفاء: 'Wafa', إبراهيم: 'Ibrahim', شهد: 'Shahad', ناصر: 'Nasser', مريم: 'Maryam' },
  ...{ القحطاني: 'Al-Qahtani', الدوسري: 'Al-Dosari', العتيبي: 'Al-Otaibi', الشهري: 'Al-Shehri' },
  ...{ المطيري: 'Al-Mutairi', الزهراني: 'Al-Zahrani', الحربي: 'Al-Harbi', الغامدي: 'Al-Ghamdi' },
  ...{ السبيعي: 'Al-Subaie', الرشيدي: 'Al-Rashidi', العنزي: 'Al-Anazi', الخالدي: 'Al-Khaldi' },
  ...{ القرني: 'Al-Qarni', الشمري: 'Al-Shammari', البقمي: 'Al-Buqami', العمري: 'Al-Amri' },
  ...{ الثبيتي: 'Al-Thubaiti', السلمي: 'Al-Sulami', الجهني: 'Al-Juhani' },
};
