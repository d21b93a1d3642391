import { phrases } from './word-list.ts';

/** The words of a wish, by language. */
export interface WishWords {
  readonly language: string;
  readonly source: string;
  /** The beginning of a wish. */
  readonly openers: readonly string[];
  /** Wishes of programs: write or call elsewhere, wait, excuse. Each is the beginning of a word or several. */
  readonly ofPrograms: readonly string[];
}

/** Openers of wishes that only the centre can fulfil, as in "please postpone the visit", unless a program says them. */
export const WISH_WORDS: readonly WishWords[] = [
  {
    language: 'en',
    source: 'Exchange, Outlook, Gmail, Domino: templates of absences',
    openers: phrases('please | kindly'),
    ofPrograms: phrases(`
      do not reply | don't reply | do not respond | accept | address | advise | allow | also | approach | ask | await
      | be | bear | call | check | click | consult | contact | copy | dial | direct | e-mail | email | excuse |
      expect | feel | find | forgive | forward | get | have a | include | keep in mind | keep the | keep this | leave
      | log | mail | message | note | phone | quote | reach | read | redirect | refer | reply | resend | ring | see |
      send a message | send all | send an | send any | send it | send them | send your | speak | submit | text | try
      | turn to | do not hesitate | don't hesitate | rest assured | remember | go to | hold | follow | coordinate |
      raise | open a | complete | enter | escalate | liaise | ensure | cc | whatsapp | sms | connect | let | pardon | use | visit | wait | write
    `),
  },
  {
    language: 'ar',
    source: 'Exchange, Outlook, Gmail: absences of staff of public bodies',
    openers: phrases('أرجو | وأرجو | آمل | وآمل | أتمنى | وأتمنى | أرجو منكم | آمل منكم | أتمنى منكم'),
    ofPrograms: phrases(`
      منكم | التواصل | الاتصال | مراسل | المراسل | إرسال | توجيه | تحويل | الكتابة | مخاطب | عدم الرد | المعذرة |
      قبول | تفهم | العذر | السماح | الرجوع | الانتظار | التوجه | أن تكون | أن يكون | أن تقبل | لكم | لك | للجميع |
      إعلام | إبلاغ | إشعار | إحاط | الإحاط | إفاد | التنويه | الاعتذار | العلم | التنسيق | التكرم بالتواصل |
      التكرم بالاتصال
    `),
  },
  {
    language: 'fr',
    source: 'Exchange, Outlook, Zimbra: templates of absences',
    openers: phrases('merci de | merci d’ | veuillez | je vous prie de'),
    ofPrograms: phrases(`
      vous | votre | vos | contacter | adresser | appeler | écrire | envoyer | noter | patienter | ne pas répondre |
      utiliser | consulter | transférer | joindre | prendre contact | m'excuser | excuser | agréer | recevoir |
      croire | me contacter | me joindre | renvoyer | laisser | bien vouloir contacter
    `),
  },
  {
    language: 'de',
    source: 'Exchange, Outlook, GMX: templates of absences',
    openers: phrases('bitte'),
    ofPrograms: phrases(`
      wend | kontakt | ruf | schreib | send | beacht | hab | an | sie | nutz | richt | nicht | antwort | um | mail |
      besuch | entschuldig | setz | leit | direkt | in | bei | meine | unter | informier | sprech | ich | schick
    `),
  },
];
