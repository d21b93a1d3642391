import { phrases } from './word-list.ts';

/**
 * The words of mail servers that report about a mail, by language. Write them as the servers do; the rules compare
 * them in the form of `normaliseArabic`.
 */
export interface DeliveryWords {
  /** BCP 47. */
  readonly language: string;
  /** The servers that write these words. */
  readonly source: string;
  /** The beginning of a subject. */
  readonly subjects: readonly string[];
  /** Parts of a sentence about a mail that was not delivered. */
  readonly failed: readonly string[];
  /** Parts of a sentence about a mail that the server still tries to deliver. */
  readonly delayed: readonly string[];
  /** Labels and parts of sentences before the address that failed. */
  readonly labels: readonly string[];
  /** The beginning of the line above the returned mail, without dashes. */
  readonly returned: readonly string[];
}

export const DELIVERY_WORDS: readonly DeliveryWords[] = [
  {
    language: 'en',
    source:
      'Sendmail, Postfix, qmail, Exim, Exchange, Courier, Domino, GroupWise, IMail, MDaemon, OpenSMTPD, DragonFly, Zoho, Yahoo, AOL, InterScan, Mimecast, fml',
    subjects: phrases(`
      undeliverable | undelivered | undelivered mail returned to sender | delivery status notification | delivery
      notification | delivery failure | delivery has failed | delivery delayed | delivery error | delayed mail |
      failed delivery | failure delivery | failed mail | failure notice | failure to deliver | mail delivery
      failed | mail delivery failure | mail delivery error | mail delivery problem | mail delivery report | mail
      delivery status | mail delivery subsystem | mail delivery system | mail delivery warning | mail delivery
      delayed | mail failed, returning to sender | mail failure | mail not delivered | mail could not be delivered
      | mail error | mail system error | mail system failed | mail system failure | mail system report | mail
      status report | message delivery | message could not be delivered | message not delivered | message
      undeliverable | message status - undeliverable | non-delivery | non delivery report | nondeliverable mail |
      permanent delivery failure | processing error | returned mail | returned to sender | returned message |
      could not be delivered | could not deliver | could not send message | cannot deliver | unable to deliver |
      warning: message | warning: could not | warning--could not send | there was an error sending your mail |
      [postmaster] email delivery failure | email delivery failure | email delivery delay | postfix smtp server:
      errors from
    `),
    failed: phrases(`
      could not be delivered | could not deliver | could not send | couldn’t be delivered | couldn't be delivered
      | cannot be delivered | can not be delivered | cannot deliver | was not delivered | were not delivered | not
      been delivered | was not accepted | was undeliverable | is undeliverable | was unable to deliver | wasn't
      able to deliver | unable to deliver | not able to deliver | undeliverable to | undeliverable address | error
      delivering | error while attempting to deliver | attempting to deliver a message | trouble delivering |
      delivery problem | delivery failed | delivery has failed | delivery failure | delivery of email to this
      address has been postponed | delivery to the following recipient | delevery to the following recipient | did
      not reach the following recipient | did not receive a copy of your message | did not receive your message |
      had permanent fatal errors | had permanent fatal delivery errors | had permanent delivery errors | had
      delivery errors | had delivery problems | had fatal errors | had transient non-fatal errors | returned
      permanent errors | recipients was rejected | address rejected | rejected your message | returned because |
      returned to sender | returned to you | has been returned | no such user | no such recipient | no valid
      recipients | no mailbox here by that name | invalid final delivery | invalid user address | unknown user |
      user unknown | user not found | mailbox is full | mailbox exceeds allowed size | exceeding their quota |
      failed addresses follow | failed recipient | affected recipient | transcript of session follows | malformed
      recipient address | incorrectly constructed | mailer-daemon, please do not reply | automatically generated
      delivery status notification | this is the qmail-send program | message was created automatically by mail
      delivery | not accepting mail | not exactly match an | you are not a member of this mailing list |
      duplicated message-id in | has been permanently removed from the queue
    `),
    delayed: phrases(`
      has been delayed | is delayed | delayed mail | delivery delayed | delivery status notification (delay) | has
      not yet been delivered | not been delivered yet | will continue to try | will continue trying | will keep
      trying | continue to try to deliver | attempts will continue | will be retried | still being retried | has
      been postponed | could not send mail for past | you do not need to resend your message | warning message
      only | this is a warning only | message delayed | had transient non-fatal errors
    `),
    labels: phrases(`
      recipient | recipients | final recipient | failed recipient | intended recipient | recipient address |
      original address | undeliverable address | address | error-for | delivery failed | undeliverable
      to | delivered to | deliver message to | deliver your message to | deliver mail to | delivering your mail to
      | delivering mail to | delivery to | delivery of email to this address | gateway for | message to | mail to
      | message for | mail for | addressed to | sent to | did not reach | did not reach the following recipient |
      returned permanent errors | generated from | generated by | expanded from | originally addressed to |
      unknown user | user unknown | no such user | mailbox | mailbox is full | mailbox exceeds allowed size |
      invalid final delivery userid | quota violation for | failed 20 attempts | to member | mailing list |
      message-id in | email address : | following address could not be delivered
    `),
    returned: phrases(`
      below this line is a copy | below the next line is a copy | below is a copy of the original message | this
      is a copy of | here is a copy of the | a copy of the original message | a copy of the message | included is
      a copy of | included is the message header | start of returned message | original message | original mail |
      original headers | original mail as follows | original mail info | returned message | returned mail | unsent
      message follows | unsent message below | message header follows | message headers follow | message text
      follows | message body follows | the header of the original message | the header and top | header of the
      source mail | the first 50 lines of your original message | your message reads | a summary of the
      undelivered message | message header | message contents | undelivered message | begin forwarded message |
      forwarded message
    `),
  },
  {
    language: 'ar',
    source: 'Exchange, Microsoft 365, Gmail',
    subjects: phrases(`
      نسخة غير مسلمة | تعذر التسليم | تعذر تسليم | تعذر توصيل | تعذر إرسال | فشل التسليم | فشل تسليم | فشل توصيل |
      فشل إرسال | لم يتم التسليم | لم يتم تسليم | لم يتم توصيل | لم يتم إرسال | تأخر التسليم | تأخر تسليم | غير
      قابل للتسليم | إشعار حالة التسليم | رسالة مرتجعة | إشعار فشل التسليم
    `),
    failed: phrases(`
      تعذر تسليم | تعذر توصيل | تعذر إرسال رسالتك | فشل تسليم | فشل توصيل | لم يتم تسليم | لم يتم توصيل | لم تصل
      رسالتك إلى | لم نتمكن من تسليم | تعذر العثور على العنوان | لم يتم العثور على العنوان | رفض الخادم
    `),
    delayed: phrases(
      'تأخر تسليم | تأخر التسليم | لم يتم تسليم الرسالة بعد | ستستمر المحاولة | سنواصل المحاولة',
    ),
    labels: phrases(`
      تسليم رسالتك إلى | المستلم | إلى المستلمين التاليين | العنوان | توصيل رسالتك إلى | رسالتك إلى
    `),
    returned: phrases('الرسالة الأصلية | رسالة أصلية | رؤوس الرسالة الأصلية'),
  },
  {
    language: 'fr',
    source: 'Exchange, Postfix, Orange, Gmail',
    subjects: phrases(`
      non remis | non distribuable | échec de la remise | échec de remise | échec de distribution | message non
      remis | courrier non distribué | notification d’échec | notification d'échec | notification d'état de remise
      | retard de remise | message non distribué | utilisateur non recensé
    `),
    failed: phrases(`
      n'a pas pu être remis | n’a pas pu être remis | n'a pas pu être délivré | n'a pas pu etre delivre | n'a pas
      pu être distribué | n'a pas été remis | échec de la remise | n'existe pas | impossible de remettre
    `),
    delayed: phrases(`remise est retardée | n'a pas encore été remis | nouvelle tentative`),
    labels: phrases('destinataire | destinataires | être remis à | etre delivre a | adresse'),
    returned: phrases(
      `message original | message d'origine | message d’origine | en-têtes de message d’origine`,
    ),
  },
  {
    language: 'de',
    source: 'Exchange, GMX, WEB.DE, 1&1, T-Online',
    subjects: phrases(`
      unzustellbar | unzustellbare nachricht | nicht zustellbar | zustellung fehlgeschlagen | zustellungsfehler |
      fehler bei der zustellung | nachricht konnte nicht zugestellt werden | übermittlungsstatus | verzögerte
      zustellung | benachrichtigung über den zustellstatus
    `),
    failed: phrases(`
      konnte nicht zugestellt werden | konnten nicht zugestellt werden | nicht zustellbar | zustellung ist
      fehlgeschlagen | fehler bei der nachrichtenzustellung | konnte nicht übermittelt werden | empfänger
      unbekannt
    `),
    delayed: phrases('verzögert | noch nicht zugestellt'),
    labels: phrases('empfänger | an folgende empfänger | adresse | zustellung an'),
    returned: phrases('ursprüngliche nachricht | originalnachricht | kopie der nachricht | der header der'),
  },
  {
    language: 'es',
    source: 'Exchange, Gmail, Telefónica',
    subjects: phrases(`
      no se puede entregar | no entregado | mensaje no entregado | correo devuelto | error de entrega | fallo de
      entrega | no se ha podido entregar | notificación de estado de entrega | entrega retrasada
    `),
    failed: phrases(`
      no se pudo entregar | no pudo ser entregado | no se ha podido entregar | no se ha entregado | error en la
      entrega | usuario desconocido | dirección no encontrada
    `),
    delayed: phrases('se ha retrasado | aún no se ha entregado'),
    labels: phrases('destinatario | destinatarios | entregar a | dirección | entregar el mensaje a'),
    returned: phrases('mensaje original | encabezados de mensajes originales'),
  },
  {
    language: 'it',
    source: 'Exchange, Libero, Tiscali',
    subjects: phrases(
      'mancato recapito | messaggio non recapitato | impossibile recapitare | non recapitabile',
    ),
    failed: phrases(`
      non è stato recapitato | impossibile recapitare | non può essere recapitato | utente sconosciuto
    `),
    delayed: phrases('recapito è in ritardo'),
    labels: phrases('destinatario | destinatari | indirizzo'),
    returned: phrases('messaggio originale'),
  },
  {
    language: 'pt',
    source: 'Exchange, Gmail, UOL',
    subjects: phrases('não entregue | não é possível entregar | falha na entrega | mensagem não entregue'),
    failed: phrases(
      'não pôde ser entregue | não foi entregue | falha na entrega | não foi possível entregar',
    ),
    delayed: phrases('entrega está atrasada'),
    labels: phrases('destinatário | destinatários | endereço'),
    returned: phrases('mensagem original'),
  },
  {
    language: 'tr',
    source: 'Exchange, Gmail, Yandex',
    subjects: phrases(`
      teslim edilemedi | iletilemedi | teslim edilemeyen | teslimat başarısız | ileti teslim edilemedi
    `),
    failed: phrases('teslim edilemedi | iletilemedi | teslimat başarısız | adres bulunamadı'),
    delayed: phrases('teslimat gecikti | gecikti'),
    labels: phrases('alıcı | alıcılar | adres'),
    returned: phrases('orijinal ileti | özgün ileti'),
  },
  {
    language: 'ru',
    source: 'Mail.Ru, Yandex, newmail.ru',
    subjects: phrases(`
      ваше сообщение не доставлено | недоставленное сообщение | сообщение не доставлено | не удалось доставить |
      не доставлено | недоставлено | письмо не доставлено
    `),
    failed: phrases(`
      не может быть доставлено | невозможно доставить | не удалось доставить | не доставлено | не было доставлено
      | доставить сообщение
    `),
    delayed: phrases('доставка задерживается | отложена'),
    labels: phrases('получатель | по следующему адресу | адрес'),
    returned: phrases('ниже этой линии | исходное сообщение | копия сообщения'),
  },
  {
    language: 'ja',
    source: 'KDDI, au one net, EZweb, NTT, m-FILTER, InterScan, Exchange',
    subjects: phrases(
      'メールエラー通知 | メッセージを配信できません | メール配信エラー | 配信不能 | 配信エラー | 送信エラー | 配信できませんでした | 送信できませんでした',
    ),
    failed: phrases(`
      送信できませんでした | 配信できませんでした | 配信できません | 配信されませんでした | 届けることができませんでした | エラーのため送信 | 一つ以上の宛先に対 | 送信に失敗しました
    `),
    delayed: phrases('配信が遅れています'),
    labels: phrases('宛先 | 受信者 | メールアドレス'),
    returned: phrases('元のメール | 送信された元のメッセージ | オリジナルメール | 以下は元のメッセージ'),
  },
  {
    language: 'zh',
    source: 'Sina, 163, QQ, Gmail',
    subjects: phrases('邮件传输失败 | 系统退信 | 退信 | 邮件投递失败 | 无法送达 | 無法傳遞 | 未傳遞的郵件'),
    failed: phrases(
      '无法发送到 | 无法送达 | 投递失败 | 退信原因 | 無法傳遞 | 無法投遞 | 邮件发送失败 | 可能不存在',
    ),
    delayed: phrases('投递延迟 | 延遲'),
    labels: phrases('收件人 | 收信人 | 邮箱地址'),
    returned: phrases('原信件 | 附件中的内容是原信件 | 原始邮件 | 原始郵件'),
  },
];
