/**
 * The words of mail programs for a quoted or forwarded mail, by language. Write them as the programs do; the
 * rules compare them in the form of `normaliseArabic`.
 */
export interface QuoteWords {
  /** BCP 47. */
  readonly language: string;
  /** The programs that write these words. */
  readonly source: string;
  /** Labels of the fields above a quoted mail. People use them in their own letters too, except `sent`. */
  readonly from: readonly string[];
  readonly date: readonly string[];
  readonly to: readonly string[];
  readonly subject: readonly string[];
  /** Labels of a date that letters do not have. */
  readonly sent: readonly string[];
  /** The verb of the attribution line. */
  readonly wrote: readonly string[];
  /** Banners between dashes above a quoted or forwarded mail. */
  readonly banners: readonly string[];
}

/** The languages of the region and of Asia, and English. */
export const QUOTE_WORDS: readonly QuoteWords[] = [
  {
    language: 'en',
    source: 'Outlook, Gmail, Apple Mail, Yahoo, Samsung, Hotmail',
    from: ['From'],
    date: ['Date'],
    to: ['To'],
    subject: ['Subject'],
    sent: ['Sent', 'Sent at', 'Date sent'],
    wrote: ['wrote', 'writes', 'has written'],
    banners: [
      'Original Message',
      'Original Appointment',
      'Reply Message',
      'Forwarded Message',
      'Forwarded Mail',
      'Begin forwarded message',
    ],
  },
  {
    language: 'ar',
    source: 'Outlook, Gmail, Apple Mail, Yahoo, Samsung',
    from: ['من', 'المرسل'],
    date: ['التاريخ', 'تاريخ'],
    to: ['إلى', 'المستلم', 'المرسل إليه'],
    subject: ['الموضوع', 'موضوع', 'العنوان'],
    sent: ['تاريخ الإرسال', 'تم الإرسال', 'أرسلت', 'أرسل في', 'المرسلة', 'تم الإرسال في'],
    wrote: [
      'كتب',
      'كتبت',
      'كتب/ت',
      'كتب/ة',
      'كتب(ت)',
      'أرسل',
      'أرسلت',
      'تمت كتابة ما يلي',
      'كتب ما يلي',
      'بكتابة ما يلي',
    ],
    banners: [
      'الرسالة الأصلية',
      'رسالة أصلية',
      'النص الأصلي',
      'الموعد الأصلي',
      'رسالة معاد توجيهها',
      'الرسالة المعاد توجيهها',
      'الرسالة المحولة',
      'رسالة محولة',
      'رسالة مرسلة معاد توجيهها',
      'رسالة موجهة',
      'بداية الرسالة',
      'بداية الرسالة المعاد توجيهها',
      'بدء الرسالة المعاد توجيهها',
      'بداية الرسالة المحولة',
    ],
  },
  {
    language: 'ur',
    source: 'Outlook, Gmail',
    from: ['منجانب', 'از', 'سے'],
    date: ['تاریخ', 'بتاریخ'],
    to: ['بنام', 'بخدمت', 'کو', 'وصول کنندہ'],
    subject: ['موضوع', 'عنوان'],
    sent: ['بھیجا گیا', 'ارسال کردہ', 'بھیج دیا گیا'],
    wrote: ['نے لکھا', 'نے تحریر کیا', 'لکھتے ہیں'],
    banners: ['اصل پیغام', 'اصلی پیغام', 'آگے بھیجا گیا پیغام', 'فارورڈ کردہ پیغام'],
  },
  {
    language: 'fa',
    source: 'Outlook, Gmail',
    from: ['از', 'فرستنده'],
    date: ['تاریخ'],
    to: ['به', 'گیرنده'],
    subject: ['موضوع'],
    sent: ['ارسال شده', 'تاریخ ارسال'],
    wrote: ['نوشت', 'نوشته است'],
    banners: ['پیام اصلی', 'پیام بازارسال شده', 'پیام هدایت شده'],
  },
  {
    language: 'tr',
    source: 'Outlook, Gmail, Apple Mail, Samsung',
    from: ['Kimden', 'Gönderen'],
    date: ['Tarih'],
    to: ['Kime', 'Alıcı'],
    subject: ['Konu'],
    sent: ['Gönderildi', 'Gönderme Tarihi', 'Gönderilme Tarihi', 'Gönderim Tarihi'],
    wrote: ['şunu yazdı', 'tarihinde yazdı', 'şunları yazdı', 'yazdı'],
    banners: [
      'Orijinal İleti',
      'Orijinal Mesaj',
      'Özgün İleti',
      'Orjinal Mesaj',
      'Yönlendirilmiş İleti',
      'Yönlendirilen İleti',
      'İletilmiş Mesaj',
      'İletilen mesajın başlangıcı',
    ],
  },
  {
    language: 'hi',
    source: 'Outlook, Gmail',
    from: ['प्रेषक', 'से', 'द्वारा'],
    date: ['दिनांक', 'तारीख', 'तारीख़'],
    to: ['प्रति', 'प्राप्तकर्ता', 'को'],
    subject: ['विषय'],
    sent: ['भेजा गया', 'भेजने की तिथि'],
    wrote: ['ने लिखा', 'ने यह लिखा'],
    banners: ['मूल संदेश', 'मूल सन्देश', 'अग्रेषित संदेश', 'फ़ॉरवर्ड किया गया संदेश'],
  },
  {
    language: 'bn',
    source: 'Outlook, Gmail',
    from: ['প্রেরক', 'থেকে'],
    date: ['তারিখ'],
    to: ['প্রাপক', 'প্রতি'],
    subject: ['বিষয়'],
    sent: ['পাঠানো হয়েছে', 'পাঠানো'],
    wrote: ['লিখেছেন', 'লিখেছে'],
    banners: ['মূল বার্তা', 'ফরোয়ার্ড করা বার্তা'],
  },
  {
    language: 'fil',
    source: 'Outlook, Gmail',
    from: ['Mula kay', 'Mula sa', 'Mula'],
    date: ['Petsa'],
    to: ['Para kay', 'Para sa', 'Kay', 'Sa'],
    subject: ['Paksa'],
    sent: ['Ipinadala', 'Naipadala', 'Petsa ng Pagpapadala'],
    wrote: ['isinulat ni', 'sinulat ni', 'sumulat si', 'ay sumulat', 'ay nagsulat'],
    banners: ['Orihinal na Mensahe', 'Ipinasang mensahe', 'Naipasang mensahe'],
  },
  {
    language: 'id',
    source: 'Outlook, Gmail, Samsung',
    from: ['Dari'],
    date: ['Tanggal'],
    to: ['Kepada', 'Ke', 'Untuk'],
    subject: ['Perihal', 'Subjek', 'Judul'],
    sent: ['Dikirim', 'Terkirim', 'Tanggal kirim'],
    wrote: ['menulis'],
    banners: ['Pesan Asli', 'Pesan asal', 'Pesan terusan', 'Pesan yang diteruskan'],
  },
  {
    language: 'zh',
    source: 'Outlook, Gmail, QQ Mail, NetEase',
    from: ['发件人', '寄件者', '发件者'],
    date: ['日期'],
    to: ['收件人', '收件者'],
    subject: ['主题', '主旨', '主題'],
    sent: ['发送时间', '发送日期', '寄件日期'],
    wrote: ['写道', '寫道', '写入', '於'],
    banners: ['原始邮件', '原始郵件', '邮件原件', '转发的邮件', '轉寄郵件', '回复的原邮件'],
  },
];
