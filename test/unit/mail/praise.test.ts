import { describe, expect, it } from 'vitest';
import { classify } from '#shared/domain/mail/classify.ts';
import { onlyPraise } from '#shared/domain/mail/praise.ts';

describe('a mail that only praises', () => {
  it.each([
    ['إشادة', 'نشيد بجهود فريق الطوارئ خلال الأمطار الأخيرة، عمل رائع'],
    ['', 'كفو عليكم، نظفتوا الحديقة وصارت تفتح النفس'],
    ['شكر', 'أرفع شكري وتقديري لسعادة رئيس البلدية وجميع الموظفين على جهودهم المشكورة'],
    ['Compliment', 'A compliment to your call centre agent Noura: polite, quick and clear.'],
    ['', 'Hats off to the cleaning crew in Al Olaya after the festival'],
    ['شكرا', 'حابب أشكر مركز رضا على متابعتهم معي حتى انتهت معاملتي'],
    ['', 'ما قصرتوا، تم إصلاح التسرب خلال ساعة'],
    ['شكر وتقدير', 'أتقدم بالشكر لموظفي مركز رضا على حسن التعامل وسرعة الإنجاز.'],
    ['شكر', 'شكرا لكم على سرعة الاستجابة واحترافية الموظفين'],
    ['', 'شكرًا لكم على نظافة الحي'],
    ['شكر لعمال النظافة', 'أشكركم على جهود عمال النظافة في حي السلام'],
    ['رسالة شكر', 'أشكر البلدية على سرعة إصلاح الحفرة أمام منزلي، والله يعطيهم العافية'],
    ['', 'بيض الله وجيهكم، انحلت مشكلة الإنارة في نفس اليوم'],
    ['Thank you', 'Thank you for fixing the street light so quickly. Great job!'],
    ['Appreciation', 'I would like to thank Mr. Ahmed at the licensing desk for his excellent service.'],
    ['كلمة شكر', 'السلام عليكم\nأود أن أشكر الموظف محمد القحطاني على تعامله الراقي\nوتقبلوا تحياتي\nسارة'],
    ['', 'يعطيكم العافية على تجاوبكم السريع وإزالة المخلفات من الحي'],
    ['Kudos', 'The park team did amazing work, my kids love it.'],
    ['شكراً لأمانة المنطقة', 'سرعة معالجة البلاغ رقم ١٢٣ كانت ممتازة، شكرا لفريق الصيانة'],
    ['Great service', 'The new app is wonderful, well done to the team'],
    ['ثناء', 'حبيت أشكر المراقب اللي جانا اليوم، تعامله راقي وخلص الموضوع بسرعة'],
    ['', 'لا يسعني إلا أن أتقدم بالشكر للأمانة على سفلتة شارعنا'],
    ['شكر', 'جزاكم الله خيرًا على سرعة تفاعلكم مع بلاغي، وأخص بالشكر المهندس خالد'],
    ['', 'الله يعطيكم ألف عافية، الشارع صار نظيف والإنارة رجعت'],
    ['شكر وعرفان', 'باسمي وباسم سكان حي النرجس نتقدم لكم بوافر الشكر على تطوير الحديقة'],
    ['', 'صراحة خدمة ممتازة وموظفين محترمين، شكرا من القلب'],
    ['', 'كل الشكر للموظفة أمل من مركز الاتصال كانت صبورة ومتعاونة'],
    ['', 'ابداع والله، ما توقعت تخلص المعاملة بهالسرعة'],
    ['Thanks', 'Just wanted to say thanks to the crew who cleaned our street after the storm.'],
    ['', 'Your agent Huda was brilliant. Five stars.'],
    ['', 'Many thanks for the prompt response, much appreciated.'],
    ['Praise', 'I am writing to commend inspector Saleh for his professionalism.'],
    ['', 'شكراً لكم من الأعماق على الاهتمام والمتابعة'],
    ['', 'تم حل المشكلة ولله الحمد، شكرًا جزيلًا لكم'],
    ['', 'الف شكر لكم، انتم قدها وقدود'],
    ['', 'We are very grateful for your help with our permit, everything went smoothly.'],
  ])('is thanks: %s | %s', (subject, text) => {
    expect(classify(subject, text).type).toBe('thanks');
  });

  it('says which words decided', () => {
    expect(onlyPraise('', 'Well done, thank you for the clean park')).toEqual(
      expect.arrayContaining(['well done', 'thank you for']),
    );
  });
});

describe('a mail that thanks and wants something', () => {
  it.each([
    ['', 'Thank you for the quick reply, the drain in front of our shop is blocked'],
    ['شكرا', 'شكرا على ردكم السريع، الموقع هو شارع الأمير سلطان خلف المسجد'],
    ['', 'شكرا لكم على تجاوبكم ولم يحضر أحد'],
    ['', 'Thanks for your reply. My plot number is 443.'],
    ['تقدير', 'أقدر جهودكم وأطلب سرعة إنجاز معاملتي'],
    ['', 'سرعة الإنجاز معدومة عندكم'],
    ['', 'أود أن أشكركم وأضيف أن الحاوية ممتلئة'],
    ['', 'نشكركم على ما تقدمونه. نرفق لكم صور الحفرة'],
    ['', 'يوجد عمود إنارة مطفأ في شارع التحلية. شكرا على تعاونكم'],
    ['', 'الرصيف أمام المدرسة مهترئ، أشكركم على حسن تعاونكم'],
    ['شكر لعمال النظافة', 'أشكركم على جهود عمال النظافة في حي السلام وأتمنى زيادة عدد الحاويات.'],
    ['', 'شكرا لكم على إصلاح الحفرة لكن الإنارة ما زالت مطفأة'],
    ['', 'أشكر البلدية على جهودها، متى يفتح الممشى؟'],
    ['Thanks', 'Thank you for fixing the light, but it went off again yesterday'],
    ['', 'Thanks for nothing. The garbage has not been collected'],
    ['', 'Thank you for your help. The street is dark.'],
    ['شكر', 'نشكركم على جهودكم ونأمل سفلتة الشارع'],
    ['', 'حفرة في شارع العليا. وتفضلوا بقبول خالص الشكر والتقدير'],
    ['', 'Good job closing my report without fixing anything'],
    ['شكوى', 'أشكركم على سرعة إغلاق البلاغ دون إصلاح'],
    ['', 'Thank you for the great work. Could you also trim the trees?'],
    ['', 'يعطيكم العافية، أبغى أعرف رسوم الرخصة'],
    ['', 'شكرا على لا شيء'],
    ['', 'أسأل عن رخصة البناء، شاكرين لكم حسن تعاملكم'],
    ['شكر', 'شكرا على إصلاح الإنارة بس الحفرة للحين موجودة'],
    ['', 'شكرًا لكم، ولكن لم ينظف العمال الرصيف'],
    ['شكر وتقدير', 'نشكر لكم جهودكم ونرجو منكم إزالة السيارة التالفة'],
    ['', 'شكرا على لا شيء، ثلاثة أسابيع بدون رد'],
    ['', 'الله يعطيكم العافية، عندنا تسرب مياه في شارع الورود'],
    ['', 'يعطيكم العافية ممكن تشيكون على معاملتي'],
    ['', 'كفو، وباقي تصلحون المطب'],
    ['Thanks', 'Thanks for the repair. However the lamp flickers every night.'],
    ['', 'Great job on the park, although the toilets are closed'],
    ['', 'Thanks, can you also empty the bins on King Road?'],
    ['', 'Brilliant, another month without water.'],
    ['', 'You guys did well but I still wait for my licence.'],
    ['', 'شكرا لموظفكم اللي قفل السماعة بوجهي'],
    ['', 'مشكورين على التأخير'],
    ['', 'شكرًا، فقط ينقصنا مطبات عند المدرسة'],
    ['', 'Well done on nothing at all'],
    ['', 'ممتازين لو ترجعون مبلغ المخالفة'],
    ['', 'thanks in advance for removing the debris'],
    ['', 'شكرا مقدما على إزالة المخلفات'],
    ['شكر', 'كل الشكر على الرد السريع، بقي فقط دهان الرصيف'],
    ['', 'Excellent service as always... three weeks for a bulb'],
    ['', 'Thank you for ignoring my complaint'],
    ['', 'شكرا لكم على تجاهل شكواي'],
    ['شكر', 'شكرا على حل المشكلة، وللعلم فاتورتي ما زالت خاطئة'],
  ])('is not thanks: %s | %s', (subject, text) => {
    expect(classify(subject, text).type).not.toBe('thanks');
  });
});
