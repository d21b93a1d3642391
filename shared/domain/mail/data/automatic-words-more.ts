import type { AutomaticWords } from './automatic-words.ts';
import { phrases } from './word-list.ts';

/** The words of automatic replies in the other languages that write to the centre. */
export const MORE_AUTOMATIC_WORDS: readonly AutomaticWords[] = [
  {
    language: 'fr',
    source: 'Exchange, Outlook, Gmail, Zimbra',
    replySubjects: phrases(`
      réponse automatique | réponse auto | message d’absence | message automatique | notification d’absence |
      reponse automatique
    `),
    absenceSubjects: phrases(`
      absent du bureau | absente du bureau | absence du bureau | en congé | en congés | en vacances | je suis
      absent | je suis absente | absence | hors du bureau | actuellement absent
    `),
    absent: phrases(`
      je suis absent | je suis actuellement absent | je suis en congé | je suis actuellement en congé | je
      suis en vacances | je serai absent | je suis en déplacement | je suis hors du bureau | je ne suis pas au
      bureau | actuellement absent | absent du bureau | absente du bureau | est absent du bureau | nos bureaux
      sont fermés | je suis indisponible | je suis en deplacement | nous sommes fermés | je suis en arrêt | en
      congé maternité | je suis en formation | je suis en mission | boîte n'est plus consultée | adresse n'est plus
      consultée | adresse n'est plus utilisée | en congé parental | bureau fermé
    `),
    until: phrases(`
      je vous répondrai | je répondrai | dès mon retour | à mon retour | de retour le | je serai de retour |
      en cas d'urgence | pour toute urgence | veuillez contacter | vous pouvez contacter | merci de contacter
      | en mon absence | durant mon absence | pendant mon absence | accès limité | jusqu'au | dans les
      meilleurs délais | ne sera pas transféré | je consulterai | je reviendrai vers vous | reviendrai vers
      vous | dès que possible | je traiterai
    `),
    courtesy: phrases(`
      bonjour | cordialement | bien à vous | merci pour votre message | merci de votre message | je vous remercie
      de votre | nous vous remercions | merci de votre compréhension | bonne journée | sincères salutations
    `),
    received: phrases(`
      nous avons bien reçu votre | votre demande a été | votre message a été | votre ticket | a bien été
      enregistrée | notre équipe | nous vous répondrons | numéro de ticket | sous 48 heures | sous 24 heures |
      jours ouvrés
    `),
    machine: phrases(`
      ceci est un message automatique | ceci est une réponse automatique | message automatique | merci de ne pas
      répondre | veuillez ne pas répondre | ne pas répondre à ce
    `),
    matters: phrases(`
      ma rue | notre rue | la rue | mon voisin | ma maison | inondé | en panne | depuis une semaine
    `),
  },
  {
    language: 'de',
    source: 'Exchange, Outlook, GMX, Domino',
    replySubjects: phrases(`
      automatische antwort | automatische rückantwort | abwesenheitsnotiz | abwesenheitsmeldung |
      abwesenheitsassistent | automatische e-mail
    `),
    absenceSubjects: phrases(`
      abwesend | abwesenheit | nicht im büro | außer haus | im urlaub | bin im urlaub | ich bin im urlaub | ich
      bin nicht im büro
    `),
    absent: phrases(`
      ich bin nicht im büro | ich bin derzeit nicht im | ich bin zurzeit nicht im | ich bin zur zeit nicht |
      ich bin im urlaub | ich bin derzeit im urlaub | ich bin in urlaub | ich bin abwesend | ich bin derzeit
      abwesend | ich bin außer haus | ich bin bis | ich befinde mich im urlaub | ich befinde mich derzeit |
      bin ich nicht im büro | nicht erreichbar | ich bin ab dem | ist außer haus | ist nicht im büro | ist
      abwesend | unser büro ist geschlossen | ich bin unterwegs | ich bin auf dienstreise | ich bin ab | bin
      im urlaub | bin nicht im büro | ich bin krank | ich bin zur zeit | ich bin momentan | in elternzeit | auf dienstreise | postfach wird nicht mehr gelesen | postfach wird nicht gelesen |
      adresse wird nicht mehr verwendet |
      bin ich im urlaub | bin ich nicht
    `),
    until: phrases(`
      ich werde ihre | ich melde mich | nach meiner rückkehr | bei meiner rückkehr | wieder erreichbar |
      wieder im büro | wieder für sie da | in dringenden fällen | in dringenden angelegenheiten | wenden sie
      sich | kontaktieren sie | wird nicht weitergeleitet | nicht automatisch weitergeleitet | während meiner
      abwesenheit | so bald wie möglich | schnellstmöglich | keinen zugriff | eingeschränkten zugriff | keinen
      zugriff auf | nur sporadisch | nur unregelmäßig | ab dem | wieder da | zurück | antworte ich | beantworten | bearbeite ich | vertretung
    `),
    courtesy: phrases(`
      guten tag | sehr geehrte | hallo | vielen dank für ihre | danke für ihre | vielen dank für die | mit
      freundlichen grüßen | freundliche grüße | beste grüße | viele grüße | vielen dank für ihr verständnis
    `),
    received: phrases(`
      wir haben ihre | ihre anfrage ist | ihre anfrage wurde | ihre nachricht ist | ihre nachricht wurde | ihre
      e-mail ist | ihr ticket | ticketnummer | eingegangen | unser team | innerhalb von | werktage |
      schnellstmöglich bearbeiten
    `),
    machine: phrases(`
      dies ist eine automatisch | dies ist eine automatische | automatisch generiert | automatisch erstellt |
      bitte antworten sie nicht auf diese | diese e-mail wurde automatisch
    `),
    matters: phrases(`
      mein nachbar | unsere straße | meine straße | die straße | mein haus | kaputt | seit einer woche |
      defekt
    `),
  },
  {
    language: 'es',
    source: 'Exchange, Outlook, Gmail',
    replySubjects: phrases(`
      respuesta automática | respuesta automatica | mensaje automático | autorespuesta | aviso de ausencia
    `),
    absenceSubjects: phrases(`
      fuera de la oficina | fuera de oficina | ausente de la oficina | de vacaciones | estoy de vacaciones | en
      vacaciones | ausente
    `),
    absent: phrases(`
      estoy fuera de la oficina | estoy fuera de oficina | me encuentro fuera de la oficina | estaré fuera de la
      oficina | estoy de vacaciones | me encuentro de vacaciones | estaré de vacaciones | estoy ausente | estaré
      ausente | actualmente fuera de la oficina | no me encuentro en la oficina | no estoy en la oficina |
      nuestras oficinas están cerradas
    `),
    until: phrases(`
      le responderé | te responderé | responderé a | a mi regreso | a mi vuelta | cuando regrese | hasta el |
      estaré de vuelta | en caso de urgencia | para asuntos urgentes | si es urgente | por favor contacte |
      póngase en contacto | contactar con | puede contactar | durante mi ausencia | en mi ausencia | acceso
      limitado | lo antes posible
    `),
    courtesy: phrases(`
      hola | buenos días | buenas tardes | estimado | gracias por su | gracias por tu | muchas gracias por su |
      saludos | atentamente | un cordial saludo | disculpe las molestias
    `),
    received: phrases(`
      hemos recibido su | hemos recibido tu | su solicitud ha sido | su mensaje ha sido | su correo ha sido |
      número de ticket | número de caso | nuestro equipo | días hábiles | nos pondremos en contacto
    `),
    machine: phrases(`
      este es un mensaje automático | esta es una respuesta automática | mensaje generado automáticamente | por
      favor no responda | no responda a este
    `),
    matters: phrases('mi calle | nuestra calle | la calle | mi vecino | mi casa | averiad | desde hace'),
  },
  {
    language: 'it',
    source: 'Exchange, Outlook',
    replySubjects: phrases('risposta automatica | messaggio automatico | notifica di assenza'),
    absenceSubjects: phrases('fuori ufficio | fuori sede | in ferie | assente'),
    absent: phrases(`
      sono fuori ufficio | sono in ferie | sarò assente | sono assente | sarò in ferie | non sono in ufficio |
      attualmente fuori ufficio
    `),
    until: phrases(`
      al mio rientro | al mio ritorno | risponderò | per urgenze | in caso di urgenza | si prega di contattare |
      contattare | durante la mia assenza | fino al
    `),
    courtesy: phrases('buongiorno | gentile | grazie per | cordiali saluti | distinti saluti'),
    received: phrases('abbiamo ricevuto | la sua richiesta è stata | numero di ticket | il nostro team'),
    machine: phrases(`
      questo è un messaggio automatico | risposta automatica | si prega di non rispondere | non rispondere a
      questa
    `),
    matters: phrases('la mia strada | la strada | il mio vicino | la mia casa | guast'),
  },
  {
    language: 'pt',
    source: 'Exchange, Outlook, Gmail',
    replySubjects: phrases('resposta automática | mensagem automática | resposta automatica'),
    absenceSubjects: phrases(`
      fora do escritório | de férias | estou de férias | ausente do escritório | ausência
    `),
    absent: phrases(`
      estou fora do escritório | estou de férias | estarei ausente | estou ausente | estarei fora do escritório |
      estarei de férias | não estou no escritório
    `),
    until: phrases(`
      no meu retorno | quando regressar | responderei | em caso de urgência | para assuntos urgentes | por
      favor contacte | entre em contato | durante a minha ausência | até ao dia | até o dia | até | regresso |
      respondo
    `),
    courtesy: phrases(`
      olá | bom dia | boa tarde | obrigado pela | obrigado pelo | obrigada pela | atenciosamente | cumprimentos
    `),
    received: phrases(`
      recebemos a sua | recebemos sua | recebemos o seu | sua solicitação foi | número do ticket | nossa equipe
    `),
    machine: phrases(`
      esta é uma mensagem automática | esta é uma resposta automática | não responda a este | por favor não
      responda
    `),
    matters: phrases('minha rua | a rua | meu vizinho | minha casa | avariad'),
  },
  {
    language: 'nl',
    source: 'Exchange, Outlook',
    replySubjects: phrases(`
      automatisch antwoord | automatisch bericht | afwezigheidsmelding | afwezigheidsbericht
    `),
    absenceSubjects: phrases('afwezig | niet op kantoor | met vakantie | op vakantie'),
    absent: phrases(`
      ik ben afwezig | ik ben niet op kantoor | ik ben met vakantie | ik ben op vakantie | ik ben momenteel | ik
      ben tot en met
    `),
    until: phrases(`
      bij terugkomst | na mijn terugkomst | ik ben weer | voor dringende | in dringende gevallen | kunt u contact
      opnemen | neem contact op | tijdens mijn afwezigheid
    `),
    courtesy: phrases(`
      beste | goedendag | bedankt voor uw | dank voor uw | met vriendelijke groet | vriendelijke groeten
    `),
    received: phrases('wij hebben uw | uw bericht is ontvangen | uw aanvraag is | ticketnummer'),
    machine: phrases('dit is een automatisch | niet beantwoorden | gelieve niet te antwoorden'),
    matters: phrases('mijn straat | de straat | mijn buurman | mijn huis | kapot'),
  },
  {
    language: 'tr',
    source: 'Exchange, Outlook, Gmail',
    replySubjects: phrases(`
      otomatik yanıt | otomatik cevap | otomatik mesaj | ofis dışı bildirimi | ofis dışında bildirimi
    `),
    absenceSubjects: phrases(`
      ofis dışında | ofis dışındayım | ofis dışı | izindeyim | yıllık izin | yıllık izindeyim | tatildeyim
    `),
    absent: phrases(`
      ofis dışındayım | ofiste değilim | ofiste olmayacağım | ofis dışında olacağım | izindeyim | izinde
      olacağım | izinde bulunuyorum | izinli olduğum | izinde olduğum | izin nedeniyle | tatildeyim | tatilde
      olacağım | ofisimizde bulunmuyorum | ofis dışında bulunmaktayım | tarihleri arasında ofis | izinde olmam
      | izinli olmam | yıllık izindeyim | raporluyum | seyahatteyim | seyahatte olacağım | ofiste bulunmadığım
      | ofiste bulunmuyorum | ofiste bulunmayacağım
    `),
    until: phrases(`
      döndüğümde | döndükten sonra | dönüşümde | yanıtlayacağım | cevap vereceğim | yanıt vereceğim | geri
      döneceğim | tarihinde döneceğim | acil durumlarda | acil durumlar için | acil konular için | acil bir
      durum | ile iletişime geçebilirsiniz | ile irtibata geçebilirsiniz | ile iletişime geçiniz | sınırlı
      erişim | erişimim sınırlı | dönüş yapabileceğim | dönüş yapacağım | dönüş sağlayacağım | dönüş
      yapılacaktır | dönüş sağlanacaktır | tarihine kadar | yanıtlayabileceğim | geç yanıt verebilirim |
      durumlarda lütfen
    `),
    courtesy: phrases(`
      merhaba | merhabalar | sayın | iyi günler | iyi çalışmalar | saygılarımla | teşekkür ederim | teşekkür
      ederiz | mesajınız için | e-postanız için | anlayışınız için
    `),
    received: phrases(`
      talebiniz alınmıştır | talebiniz alındı | mesajınız alınmıştır | mesajınız alındı | mesajınızı aldık |
      e-postanız alınmıştır | başvurunuz alınmıştır | talep numaranız | kayıt numaranız | ekibimiz | iş günü | en
      kısa sürede
    `),
    machine: phrases(`
      bu otomatik bir | bu bir otomatik | bu mesaj otomatik | bu e-posta otomatik | otomatik olarak gönderilmiştir
      | otomatik olarak oluşturulmuştur | lütfen bu e-postayı yanıtlamayınız | lütfen yanıtlamayınız | lütfen
      cevap vermeyiniz
    `),
    matters: phrases('sokağ | sokak | komşu | evim | evimiz | bozuk | yanmıyor | arızalı | tamir'),
  },
  {
    language: 'ur',
    source: 'Outlook, Gmail',
    replySubjects: phrases('خودکار جواب | خود کار جواب | خودکار پیغام'),
    absenceSubjects: phrases('دفتر سے باہر | چھٹی پر | میں چھٹی پر ہوں | رخصت پر'),
    absent: phrases(`
      میں دفتر سے باہر ہوں | میں اس وقت دفتر سے باہر | میں فی الحال دفتر سے باہر | میں چھٹی پر ہوں | میں اس
      وقت چھٹی پر | میں فی الحال چھٹی پر | میں رخصت پر ہوں | دفتر میں موجود نہیں | دفتر میں نہیں ہوں | دفتر سے
      باہر رہوں گا | دفتر سے باہر رہوں گی | چھٹی پر رہوں گا | چھٹیوں پر ہوں | دفتر سے باہر ہوں | چھٹی پر ہوں |
      رخصت پر ہوں | سفر پر ہوں | دستیاب نہیں ہوں
    `),
    until: phrases(`
      واپسی پر | واپس آ کر | واپس آکر | واپس آؤں گا | واپس آؤں گی | جواب دوں گا | جواب دوں گی | رابطہ کروں گا
      | فوری ضرورت | ہنگامی صورت | فوری معاملات | رابطہ کریں | میری غیر موجودگی میں | تک دفتر | آپ کو جواب دوں
      | جلد جواب | تاریخ تک
    `),
    courtesy: phrases(`
      السلام علیکم | محترم | آپ کے پیغام کا شکریہ | آپ کی ای میل کا شکریہ | آپ کے ای میل کا شکریہ | شکریہ | آپ کا
      شکریہ | والسلام
    `),
    received: phrases(`
      آپ کا پیغام موصول | آپ کی درخواست موصول | آپ کی شکایت موصول | آپ کا ای میل موصول | آپ کی ای میل موصول |
      شکایت نمبر | ٹکٹ نمبر | ہماری ٹیم | جلد از جلد رابطہ
    `),
    machine: phrases(`
      یہ ایک خودکار | یہ خودکار | اس ای میل کا جواب نہ دیں | براہ کرم جواب نہ دیں | براہ کرم اس پیغام کا جواب نہ
      دیں
    `),
    matters: phrases('گلی | سڑک | میرا گھر | ہمارے گھر | پڑوسی | خراب | پانی کھڑا | مدد کریں'),
  },
  {
    language: 'fa',
    source: 'Outlook, Gmail',
    replySubjects: phrases('پاسخ خودکار | پیام خودکار'),
    absenceSubjects: phrases('خارج از دفتر | در مرخصی | مرخصی'),
    absent: phrases(`
      خارج از دفتر هستم | در مرخصی هستم | در دفتر نیستم | در محل کار نیستم | در مرخصی خواهم بود
    `),
    until: phrases(`
      پس از بازگشت | بعد از بازگشت | پاسخ خواهم داد | در موارد فوری | در صورت فوریت | تماس بگیرید
    `),
    courtesy: phrases('با سلام | سلام | با احترام | با تشکر | از پیام شما متشکرم | از ایمیل شما'),
    received: phrases('پیام شما دریافت شد | درخواست شما دریافت | درخواست شما ثبت | شماره پیگیری'),
    machine: phrases('این یک پیام خودکار | این پیام خودکار | لطفا به این ایمیل پاسخ ندهید'),
    matters: phrases('خیابان | کوچه | خانه ما | همسایه | خراب'),
  },
];
