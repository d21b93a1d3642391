import type { AutomaticWords } from './automatic-words.ts';
import { phrases } from './word-list.ts';

/** The words of automatic replies in the languages of South and East Asia, and of Eastern and Northern Europe. */
export const ASIAN_AUTOMATIC_WORDS: readonly AutomaticWords[] = [
  {
    language: 'hi',
    source: 'Outlook, Gmail',
    replySubjects: phrases('स्वचालित उत्तर | स्वतः उत्तर | स्वचालित जवाब | ऑटो रिप्लाई | स्वचालित संदेश'),
    absenceSubjects: phrases(`
      कार्यालय से बाहर | ऑफिस से बाहर | छुट्टी पर | मैं छुट्टी पर हूँ | मैं छुट्टी पर हूं | अवकाश पर
    `),
    absent: phrases(`
      कार्यालय से बाहर हूँ | कार्यालय से बाहर हूं | ऑफिस से बाहर हूँ | ऑफिस से बाहर हूं | छुट्टी पर हूँ |
      छुट्टी पर हूं | अवकाश पर हूँ | अवकाश पर हूं | कार्यालय में नहीं हूँ | कार्यालय में नहीं हूं | ऑफिस में
      नहीं हूँ | ऑफिस में नहीं हूं | छुट्टी पर रहूँगा | छुट्टी पर रहूंगा | छुट्टी पर रहूँगी | छुट्टी पर रहूंगी
      | कार्यालय से बाहर रहूँगा | कार्यालय से बाहर रहूंगा
    `),
    until: phrases(`
      वापस आने पर | लौटने पर | वापस आकर | लौटकर | वापसी पर | उत्तर दूँगा | उत्तर दूंगा | उत्तर दूँगी | उत्तर
      दूंगी | जवाब दूँगा | जवाब दूंगा | जवाब दूँगी | जवाब दूंगी | तत्काल | आपातकाल | अति आवश्यक | संपर्क करें
      | मेरी अनुपस्थिति में | जरूरी | ज़रूरी | वापस आऊँगा | वापस आऊंगा | के बाद उत्तर
    `),
    courtesy: phrases(`
      नमस्ते | नमस्कार | प्रिय | आपके संदेश के लिए धन्यवाद | आपके ईमेल के लिए धन्यवाद | धन्यवाद | सादर
    `),
    received: phrases(`
      आपका संदेश प्राप्त | आपका अनुरोध प्राप्त | आपकी शिकायत दर्ज | आपका ईमेल प्राप्त | आपकी शिकायत प्राप्त |
      टिकट संख्या | शिकायत संख्या | हमारी टीम | जल्द ही संपर्क
    `),
    machine: phrases(`
      यह एक स्वचालित | यह स्वचालित | कृपया इस ईमेल का उत्तर न दें | कृपया उत्तर न दें | कृपया जवाब न दें
    `),
    matters: phrases('गली | सड़क | मेरा घर | मेरे घर | पड़ोसी | खराब | टूट'),
  },
  {
    language: 'bn',
    source: 'Outlook, Gmail',
    replySubjects: phrases('স্বয়ংক্রিয় উত্তর | স্বয়ংক্রিয় জবাব | স্বয়ংক্রিয় বার্তা'),
    absenceSubjects: phrases('অফিসের বাইরে | ছুটিতে | আমি ছুটিতে আছি'),
    absent: phrases('অফিসের বাইরে আছি | আমি ছুটিতে আছি | ছুটিতে থাকব | অফিসে নেই | অফিসের বাইরে থাকব'),
    until: phrases(`
      ফিরে এসে | ফিরে আসার পর | ফেরার পর | উত্তর দেব | জবাব দেব | জরুরি | যোগাযোগ করুন | আমার অনুপস্থিতিতে
    `),
    courtesy: phrases(`
      আসসালামু আলাইকুম | প্রিয় | আপনার বার্তার জন্য ধন্যবাদ | আপনার ইমেইলের জন্য ধন্যবাদ | ধন্যবাদ |
      শুভেচ্ছান্তে
    `),
    received: phrases(`
      আপনার বার্তা পেয়েছি | আপনার ইমেইল পেয়েছি | আপনার অনুরোধ গৃহীত | আপনার অভিযোগ গৃহীত | টিকিট নম্বর |
      আমাদের টিম
    `),
    machine: phrases('এটি একটি স্বয়ংক্রিয় | অনুগ্রহ করে এই ইমেইলের উত্তর দেবেন না'),
    matters: phrases('রাস্তা | গলি | আমার বাড়ি | প্রতিবেশী | নষ্ট'),
  },
  {
    language: 'id',
    source: 'Outlook, Gmail, Zimbra; Indonesian and Malay',
    replySubjects: phrases(`
      balasan otomatis | jawaban otomatis | pesan otomatis | balasan automatik | jawapan automatik | mesej
      automatik
    `),
    absenceSubjects: phrases(`
      di luar kantor | sedang cuti | cuti tahunan | saya sedang cuti | tidak di kantor | di luar pejabat |
      bercuti | sedang bercuti
    `),
    absent: phrases(`
      saya sedang cuti | saya sedang di luar kantor | saya berada di luar kantor | saya sedang tidak berada di
      kantor | saya tidak berada di kantor | saya tidak di kantor | saya akan cuti | sedang tidak di tempat |
      sedang berada di luar kantor | saya sedang bercuti | saya berada di luar pejabat | saya tidak berada di
      pejabat | saya bercuti | saya cuti | saya sedang dinas | sedang dinas luar | sedang berlibur | saya
      berlibur | sedang berada di luar kota | berada di luar kota | sedang dalam perjalanan dinas
    `),
    until: phrases(`
      setelah kembali | saat saya kembali | ketika saya kembali | sekembalinya saya | akan membalas | akan
      saya balas | akan menjawab | untuk hal mendesak | untuk keperluan mendesak | jika mendesak | untuk
      urusan mendesak | silakan hubungi | silahkan hubungi | sila hubungi | selama saya cuti | sampai tanggal
      | hingga tanggal | akses terbatas | hubungi | mulai tanggal | segera setelah | akan kembali
    `),
    courtesy: phrases(`
      terima kasih atas | terima kasih telah | terima kasih | selamat pagi | selamat siang | selamat sore |
      yth | dengan hormat | salam | hormat saya | mohon maaf atas
    `),
    received: phrases(`
      telah kami terima | kami telah menerima | sudah kami terima | permintaan anda telah | pesan anda telah |
      nomor tiket | nomor laporan | tim kami | hari kerja | akan segera kami
    `),
    machine: phrases(`
      ini adalah pesan otomatis | ini adalah balasan otomatis | email ini dikirim secara otomatis | mohon
      tidak membalas | jangan balas | harap tidak membalas | ini adalah mesej automatik
    `),
    matters: phrases('jalan | rumah saya | tetangga | rusak | banjir'),
  },
  {
    language: 'tl',
    source: 'Gmail, Outlook',
    replySubjects: phrases('awtomatikong tugon | awtomatikong sagot | awtomatikong mensahe'),
    absenceSubjects: phrases('wala sa opisina | nakabakasyon | naka-leave'),
    absent: phrases(`
      wala ako sa opisina | ako ay wala sa opisina | ako po ay wala sa opisina | ako ay naka-leave |
      naka-leave po ako | naka-leave ako | nakabakasyon ako | ako ay nakabakasyon | kasalukuyang wala sa
      opisina
    `),
    until: phrases(`
      pagbalik ko | sa aking pagbabalik | sasagutin ko | tutugon ako | para sa mga agarang | kung
      kinakailangan | kung urgent | makipag-ugnayan | mangyaring tumawag | habang wala ako
    `),
    courtesy: phrases(`
      magandang araw | magandang umaga | magandang hapon | salamat sa iyong | salamat po sa inyong | maraming
      salamat | salamat po | lubos na gumagalang
    `),
    received: phrases(`
      natanggap na namin | natanggap namin ang | ang inyong kahilingan | ticket number | tutugon kami
    `),
    machine: phrases(`
      ito ay awtomatikong | ito ay isang awtomatikong | huwag sagutin ang | mangyaring huwag tumugon
    `),
    matters: phrases('kalsada | kalye | bahay | kapitbahay | sira'),
  },
  {
    language: 'zh',
    source: 'Exchange, QQ, 163, Gmail; simplified and traditional',
    replySubjects: phrases(
      '自动回复 | 自動回覆 | 自動回復 | 自动答复 | 自動答覆 | 外出自动回复 | 不在办公室自动回复',
    ),
    absenceSubjects: phrases('不在办公室 | 不在辦公室 | 外出 | 休假 | 休假中 | 年假 | 出差中'),
    absent: phrases(`
      不在办公室 | 不在辦公室 | 正在休假 | 我在休假 | 我正在度假 | 休假期间 | 休假期間 | 外出期间 | 正在出差 | 我在出差 | 目前休假 | 正在休 | 休年假 | 我在外出 | 我已外出
      | 现在休假 | 不在公司 | 我将休假 | 我将外出
    `),
    until: phrases(`
      返回后 | 回来后 | 回來後 | 返回後 | 尽快回复 | 盡快回覆 | 尽快答复 | 将会回复 | 如有急事 | 如有紧急 | 如有緊急 | 紧急情况 | 緊急情況 | 请联系 | 請聯繫 | 請聯絡 |
      稍后回复 | 将于 | 無法及時 | 无法及时 | 回来上班 | 届时 | 屆時 | 回复您 | 回覆您 | 返回办公室 | 代为处理
    `),
    courtesy: phrases(
      '您好 | 你好 | 感谢您的 | 感謝您的 | 谢谢您的 | 謝謝您的 | 谢谢 | 謝謝 | 此致 | 敬礼 | 祝好',
    ),
    received: phrases(
      '我们已收到 | 我們已收到 | 已收到您的 | 已经收到您的 | 您的邮件已收到 | 您的请求已 | 工单号 | 工單號 | 我们会尽快 | 我們會盡快 | 工作日内',
    ),
    machine: phrases(
      '这是一封自动 | 這是一封自動 | 此邮件为系统自动 | 系统自动发送 | 系统自动回复 | 请勿回复 | 請勿回覆 | 本邮件由系统',
    ),
    matters: phrases('街道 | 马路 | 我家 | 邻居 | 坏了 | 损坏 | 馬路 | 鄰居 | 壞了'),
  },
  {
    language: 'ja',
    source: 'Outlook, Gmail',
    replySubjects: phrases('自動応答 | 自動返信 | 不在通知 | 自動送信'),
    absenceSubjects: phrases('不在 | 休暇中 | 外出中'),
    absent: phrases(`
      不在にしております | 不在にして | 不在となります | 休暇をいただいて | 休暇中です | 休暇をとって | 外出しております | オフィスを離れて | 休暇中のため | 不在のため | 不在です |
      出張中
    `),
    until: phrases(`
      戻り次第 | 出社次第 | 後日ご連絡 | 改めてご連絡 | お急ぎの | 緊急の | ご連絡ください | ご返信いたします | メールの確認が | 確認でき | 返信が遅れ | 返信できません
    `),
    courtesy: phrases(
      'お世話になっております | メールをいただき | ありがとうございます | ご迷惑をおかけ | よろしくお願い',
    ),
    received: phrases('お問い合わせを受け付け | 受け付けました | 受付番号 | 担当者より'),
    machine: phrases('このメールは自動 | 自動送信 | 自動返信 | 返信しないで | 返信いただいても'),
    matters: phrases('道路 | 近所 | 壊れ | 故障'),
  },
  {
    language: 'ko',
    source: 'Outlook, Naver',
    replySubjects: phrases('자동 회신 | 자동 응답 | 자동회신 | 자동응답 | 부재중 알림'),
    absenceSubjects: phrases('부재중 | 휴가 중 | 휴가중'),
    absent: phrases(
      '부재중입니다 | 부재 중입니다 | 휴가 중입니다 | 휴가중입니다 | 사무실에 없습니다 | 자리를 비우',
    ),
    until: phrases(
      '복귀 후 | 돌아온 후 | 답변드리겠습니다 | 회신드리겠습니다 | 긴급한 | 급한 용무 | 연락 주시기 | 연락주시기',
    ),
    courtesy: phrases('안녕하세요 | 안녕하십니까 | 메일 감사합니다 | 감사합니다'),
    received: phrases('접수되었습니다 | 문의가 접수 | 접수번호 | 빠른 시일'),
    machine: phrases('이 메일은 자동 | 자동으로 발송 | 발신 전용 | 회신하지 마'),
    matters: phrases('도로 | 이웃 | 고장'),
  },
  {
    language: 'ru',
    source: 'Exchange, Outlook, Mail.Ru, Yandex',
    replySubjects: phrases('автоматический ответ | автоответ | автоматическое сообщение | автоответчик'),
    absenceSubjects: phrases('нет на месте | вне офиса | в отпуске | я в отпуске | отсутствую'),
    absent: phrases(`
      я нахожусь в отпуске | я в отпуске | меня нет в офисе | я отсутствую | буду отсутствовать | нахожусь вне
      офиса | я не в офисе | я в командировке | нахожусь в отпуске
    `),
    until: phrases(`
      по возвращении | после возвращения | когда вернусь | отвечу | в срочных случаях | по срочным вопросам |
      по всем вопросам | обращайтесь | в мое отсутствие | в моё отсутствие | до моего возвращения
    `),
    courtesy: phrases(`
      здравствуйте | добрый день | уважаемый | уважаемые | спасибо за ваше | благодарю за | благодарим | с
      уважением
    `),
    received: phrases(`
      ваше обращение | ваш запрос | ваша заявка | мы получили ваш | зарегистрирован под номером | номер заявки
      | рабочих дней
    `),
    machine: phrases(`
      это автоматическое | это автоматический | сообщение создано автоматически | письмо создано автоматически
      | не отвечайте на это
    `),
    matters: phrases('улиц | сосед | дом | сломан | не работает'),
  },
  {
    language: 'pl',
    source: 'Exchange, WP, Onet',
    replySubjects: phrases('automatyczna odpowiedź | autoodpowiedź | odpowiedź automatyczna'),
    absenceSubjects: phrases('poza biurem | na urlopie | nieobecność | nieobecny'),
    absent: phrases(`
      jestem na urlopie | przebywam na urlopie | jestem poza biurem | będę nieobecny | jestem nieobecny | będę
      nieobecna | jestem nieobecna | nie ma mnie w biurze
    `),
    until: phrases(`
      po powrocie | odpowiem | w pilnych sprawach | w sprawach pilnych | proszę o kontakt | podczas mojej
      nieobecności | nie mam dostępu | do dnia | wrócę
    `),
    courtesy: phrases('dzień dobry | dziękuję za | dziękujemy za | szanowni | z poważaniem | pozdrawiam'),
    received: phrases('otrzymaliśmy państwa | otrzymaliśmy twoje | zgłoszenie zostało | numer zgłoszenia'),
    machine: phrases(`
      to jest automatyczna | wiadomość automatyczna | wygenerowana automatycznie | prosimy nie odpowiadać
    `),
    matters: phrases('ulic | sąsiad | dom | zepsut'),
  },
  {
    language: 'sv',
    source: 'Exchange, Outlook; Swedish, Danish and Norwegian',
    replySubjects: phrases(`
      autosvar | automatiskt svar | automatisk svar | automatiskt meddelande | frånvaromeddelande
    `),
    absenceSubjects: phrases(`
      frånvarande | på semester | ikke på kontoret | inte på kontoret | ferie | fraværende
    `),
    absent: phrases(`
      jag är på semester | jag är inte på kontoret | jag är frånvarande | jag har semester | jeg er på ferie |
      jeg er ikke på kontoret | jeg er ute av kontoret | jeg holder ferie
    `),
    until: phrases(`
      när jag är tillbaka | åter på kontoret | tillbaka den | vid brådskande | vid akuta | kontakta | når jeg
      er tilbake | når jeg er tilbage | ved hastende | kontakt
    `),
    courtesy: phrases(`
      hej | tack för ditt | tack för ert | takk for | tak for | vänliga hälsningar | med vänlig hälsning | med
      venlig hilsen | med vennlig hilsen
    `),
    received: phrases('vi har mottagit | vi har modtaget | vi har mottatt | ditt ärende | ärendenummer'),
    machine: phrases('detta är ett automatiskt | dette er en automatisk | svara inte på detta'),
    matters: phrases('gatan | min granne | mitt hus | trasig'),
  },
];
