import { phrases } from './word-list.ts';

/** The words of short replies that ask for nothing, by language. A reply of other words is a message. */
export interface ThanksWords {
  /** BCP 47. */
  readonly language: string;
  /** The people and programs that write these words. */
  readonly source: string;
  /** One of them at least: thanks, praise, a confirmation. */
  readonly thanks: readonly string[];
  /** Words around them. */
  readonly others: readonly string[];
  /** Titles and greetings, which a name may follow. */
  readonly titles: readonly string[];
  /** Sentences of mail programs and telephones about a reaction. */
  readonly reactions: readonly string[];
}

export const THANKS_WORDS: readonly ThanksWords[] = [
  {
    language: 'ar',
    source: 'replies to public bodies in Saudi Arabia; Outlook, iPhone',
    thanks: phrases(`
      شكرا | شكراً | الشكر | وشكرا | والشكر | مشكور | مشكورة | مشكورين | مشكورون | أشكركم | أشكرك | نشكركم |
      نشكرك | جزاكم الله | جزاك الله | يجزاكم | يجزيكم | يجزاك | بارك الله | الله يبارك | يعطيكم العافية |
      يعطيك العافية | العافية | تسلم | تسلمون | تسلموا | تسلمين | ما قصرتم | ما قصرتوا | ما قصرت | بيض الله |
      ممتاز | ممتازة | رائع | رائعة | تمام | تم الاستلام | تم الإصلاح | تم الحل | تم حل المشكلة | تمت المعالجة
      | تم استلام الرسالة | تم استلام الرد | ممنون | ممنونين | ممتن | ممتنون | الحمد لله | كفيتم ووفيتم | عمل
      رائع | جهد مشكور | سعيكم مشكور | أحسنتم | أحسنت | موفقين | بالتوفيق | وفقكم الله | الله يوفقكم
    `),
    others: phrases(`
      جزيلا | جزيل | كثيرا | كثير | جدا | لكم | لك | لكل | لجميع | للجميع | ألف | كل | جميعا | خيرا | خير |
      الجزاء | فيكم | فيك | عليكم | عليك | الله | و | على | في | من | مع | لحسن | حسن | لسرعة | سرعة | السرعة
      | السريع | السريعة | استجابتكم | الاستجابة | تجاوبكم | التجاوب | ردكم | الرد | تعاونكم | التعاون |
      اهتمامكم | الاهتمام | جهودكم | الجهود | جهدكم | خدمتكم | خدماتكم | الخدمة | متابعتكم | المتابعة |
      تواصلكم | التواصل | مساعدتكم | المساعدة | عملكم | الجميل | الجميلة | الطيب | الطيبة | المبذولة | المميز
      | المميزة | الراقي | الراقية | وصل | وصلت | وصلني | ردكم | رسالتكم | الرسالة | تم | شي | شيء | الآن |
      حلت | انحلت | المشكلة | والحمد لله | لله | وجيهكم | وجوهكم | السلام | ورحمة | وبركاته | وعليكم | تحية |
      طيبة | تحياتي | مع | التحية | التقدير | والتقدير | والتحية | الاحترام | ودمتم | دمتم | بخير | بود |
      وتقبلوا | تقبلوا | فائق | خالص | يا | إخوان | الإخوة | الأخوة | الكرام | الكريم | الكريمة | الأعزاء |
      سعادة | حضرتكم | فريق | الفريق | العمل | البلدية | بلدية | الأمانة | المركز | مركز | مرة | أخرى | مقدر |
      مقدرين
    `),
    titles: phrases(`
      الأستاذ | أستاذ | أستاذة | الأستاذة | المهندس | مهندس | مهندسة | الدكتور | دكتور | دكتورة | الأخ | أخي |
      الأخت | أختي | السيد | السيدة | عزيزي | عزيزتي | أبو | أم
    `),
    reactions: phrases(`
      تفاعل مع رسالتك | تفاعلت مع رسالتك | تفاعل عبر gmail | تفاعلت عبر gmail | تفاعل مع رسالتكم | تفاعلت مع
      رسالتكم | أعجب ب | أعجبت ب
    `),
  },
  {
    language: 'en',
    source: 'replies to help desks; Gmail, Outlook, iPhone, Samsung',
    thanks: phrases(`
      thanks | thank you | thank | thankyou | thx | ty | many thanks | much appreciated | appreciated |
      appreciate | grateful | great | perfect | excellent | wonderful | awesome | brilliant | fantastic | well
      done | good job | good work | great work | great job | all good | all fine | all set | all fixed | it
      works | works now | works fine | works well | is fixed | is solved | is resolved | has been fixed | is
      repaired now | problem solved | solved | fixed | sorted | received with thanks | noted with thanks |
      noted | got it | cheers | bless you | ok | okay
    `),
    others: phrases(`
      you | u | so | very | much | a | an | the | lot | lots | million | again | all | both | everyone |
      everybody | team | guys | sir | madam | for | to | your | my | our | this | that | it | its | it's | is
      | was | are | has | been | i | we | really | and | with | now | help | helping | support | service |
      assistance | reply | response | quick | fast | prompt | kind | kindness | time | effort | efforts | work
      | job | good | nice | fine | great | well | everything | problem | issue | lamp | done | looks | works |
      working | yes | happy | pleased | satisfied | very | from | of | on | received | message | mail | email
      | update | information | info | letting | me | us | know | taking | care | hello | hi | good | morning |
      afternoon | evening | best | kind | warm | regards | wishes | sincerely | yours | have | day | weekend |
      god | bless | dear
    `),
    titles: phrases('mr | mrs | ms | dr | eng | dear | hi | hello | thanks | thank you'),
    reactions: phrases(`
      reacted via gmail | reacted to your message | reacted to your email | reacted with | liked your message
      | liked “ | liked " | loved “ | loved " | reacted 👍
    `),
  },
  {
    language: 'fr',
    source: 'replies to help desks; Gmail, Outlook',
    thanks: phrases(`
      merci | merci beaucoup | mille mercis | je vous remercie | nous vous remercions | parfait | très bien |
      super | excellent | bien reçu | c’est réglé | tout est bon
    `),
    others: phrases(`
      beaucoup | bien | à | vous | tous | pour | votre | vos | aide | réponse | rapide | rapidité | service |
      tout | le | la | les | et | est | bonjour | cordialement | bonne | journée | très
    `),
    titles: phrases('monsieur | madame | m. | mme'),
    reactions: phrases('a réagi via gmail | a réagi à votre message | a réagi à votre e-mail'),
  },
  {
    language: 'de',
    source: 'replies to help desks; Gmail, Outlook',
    thanks: phrases(`
      danke | dankeschön | vielen dank | herzlichen dank | besten dank | perfekt | super | prima | alles gut |
      alles klar | erledigt | funktioniert
    `),
    others: phrases(`
      schön | sehr | für | ihre | die | das | schnelle | hilfe | antwort | rückmeldung | unterstützung | und |
      es | ist | jetzt | wieder | alles | guten | tag | mit | freundlichen | grüßen | beste | viele | grüße
    `),
    titles: phrases('herr | frau | liebe | lieber | hallo'),
    reactions: phrases(`
      hat über gmail reagiert | hat auf ihre nachricht reagiert | hat auf deine nachricht reagiert
    `),
  },
  {
    language: 'es',
    source: 'replies to help desks; Gmail, Outlook',
    thanks: phrases(`
      gracias | muchas gracias | mil gracias | perfecto | excelente | todo bien | muy bien | agradecido |
      agradecida
    `),
    others: phrases(`
      muchas | muy | por | su | la | el | todo | ayuda | respuesta | rápida | y | ya | está | bien | saludos |
      un | saludo | cordial
    `),
    titles: phrases('señor | señora | sr. | sra.'),
    reactions: phrases(`
      reaccionó mediante gmail | ha reaccionado a tu mensaje | reaccionó a tu mensaje | reaccionó a su mensaje
    `),
  },
  {
    language: 'tr',
    source: 'replies to help desks; Gmail, Outlook',
    thanks: phrases(`
      teşekkürler | teşekkür ederim | teşekkür ederiz | teşekkür | sağ olun | sağolun | sağ ol | harika |
      mükemmel | süper | elinize sağlık
    `),
    others: phrases(`
      çok | ederim | ederiz | size | ilginiz | yardımınız | hızlı | cevabınız | yanıtınız | için | ve | her |
      şey | iyi | günler | çalışmalar | saygılarımla | kolay | gelsin
    `),
    titles: phrases('sayın | bey | hanım'),
    reactions: phrases('gmail üzerinden tepki verdi | iletinize tepki verdi | mesajınıza tepki verdi'),
  },
  {
    language: 'ur',
    source: 'replies to help desks',
    thanks: phrases(`
      شکریہ | بہت شکریہ | آپ کا شکریہ | جزاک اللہ | جزاکم اللہ | مہربانی | بہت خوب | ٹھیک ہے | بہترین
    `),
    others: phrases(`
      بہت | بہت بہت | آپ | کا | کی | کے | لیے | مدد | جواب | فوری | جناب | صاحب | سب | خیر | السلام | علیکم |
      والسلام
    `),
    titles: phrases('جناب | محترم | محترمہ'),
    reactions: phrases('آپ کے پیغام پر ردعمل'),
  },
  {
    language: 'hi',
    source: 'replies to help desks',
    thanks: phrases('धन्यवाद | शुक्रिया | आभार | बहुत अच्छा | बढ़िया | ठीक है'),
    others: phrases(`
      बहुत | आपका | आपकी | आपके | का | की | के | लिए | मदद | सहायता | त्वरित | उत्तर | जवाब | जी | सर | मैडम |
      नमस्ते
    `),
    titles: phrases('श्री | श्रीमती'),
    reactions: phrases('आपके संदेश पर प्रतिक्रिया'),
  },
  {
    language: 'bn',
    source: 'replies to help desks',
    thanks: phrases('ধন্যবাদ | অনেক ধন্যবাদ | শুকরিয়া'),
    others: phrases('অনেক | আপনাকে | আপনাদের | জন্য | সাহায্যের | স্যার'),
    titles: phrases('জনাব'),
    reactions: phrases('আপনার বার্তায় প্রতিক্রিয়া'),
  },
  {
    language: 'id',
    source: 'replies to help desks; Indonesian and Malay',
    thanks: phrases('terima kasih | terimakasih | makasih | trims | mantap | bagus'),
    others: phrases(`
      banyak | atas | bantuannya | bantuan | respon | cepat | cepatnya | semua | tim | salam | sekali | ya
    `),
    titles: phrases('bapak | ibu | pak | bu'),
    reactions: phrases('bereaksi melalui gmail | bereaksi terhadap pesan anda'),
  },
  {
    language: 'tl',
    source: 'replies to help desks',
    thanks: phrases('salamat | maraming salamat | ayos | maayos na'),
    others: phrases('po | maraming | sa | inyong | iyong | tulong | lahat | ninyo'),
    titles: phrases('sir | maam | ginoo | ginang'),
    reactions: phrases('nag-react sa iyong mensahe'),
  },
  {
    language: 'fa',
    source: 'replies to help desks',
    thanks: phrases('ممنون | متشکرم | سپاس | سپاسگزارم | مرسی | عالی | خیلی ممنون'),
    others: phrases('خیلی | از | شما | لطف | کمک | پاسخ | سریع | بسیار'),
    titles: phrases('آقای | خانم'),
    reactions: phrases('به پیام شما واکنش نشان داد'),
  },
  {
    language: 'zh',
    source: 'replies to help desks; simplified and traditional',
    thanks: phrases('谢谢 | 謝謝 | 非常感谢 | 非常感謝 | 多谢 | 多謝 | 感谢 | 感謝 | 太好了 | 收到 | 好的'),
    others: phrases('您 | 你 | 你们 | 您的 | 的 | 帮助 | 幫助 | 回复 | 回覆 | 非常 | 了'),
    titles: phrases('先生 | 女士'),
    reactions: phrases('通过 gmail 回应 | 对你的邮件做出了回应'),
  },
];
