import type { CaseType } from '#events/vocabulary.ts';

/** A typical mail to a municipality with its label. */
export interface Letter {
  readonly type: CaseType;
  readonly category: string;
  readonly subject: string;
  readonly text: string;
}

const lettersIn = (table: string): Letter[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [type = '', category = '', subject = '', text = ''] = line.split('|').map((cell) => cell.trim());
      return { type: type as CaseType, category, subject, text };
    });

/** Mails in formal and colloquial Arabic and in English, of every category: type, category, subject, text. */
export const LETTERS: readonly Letter[] = lettersIn(`
  report | lighting | انطفاء الإنارة | السادة الأمانة، نفيدكم بأن إنارة شارع الملك فيصل بحي الروضة منطفئة بالكامل منذ ثلاثة أيام مما يشكل خطرًا على المارة.
  report | lighting | لمبات الشارع | السلام عليكم لمبات شارعنا محترقة من اسبوع والحارة ظلام تكفون شوفوا حل
  observation | lighting | اقتراح زيادة أعمدة | أقترح تركيب أعمدة إنارة إضافية في ممشى حي الياسمين لأن المسافة بين الأعمدة كبيرة.
  inquiry | lighting | موعد تشغيل الإنارة | متى سيتم تشغيل إنارة مخطط الفيروز الجديد؟
  report | lighting | Street light flickering | The street light outside villa 14 on Palm street has been flickering all week and now it is completely off.
  report | roads | حفرة خطيرة | توجد حفرة عميقة في منتصف طريق الملك عبدالله عند المخرج 9 تسببت في تلف إطارات سيارتي.
  report | roads | هبوط في الإسفلت | صار عندنا هبوط بالأسفلت قدام المسجد وكل يوم يكبر
  observation | roads | مطب صناعي | نتمنى وضع مطب صناعي أمام مدرسة الأطفال لأن السيارات تسرع.
  inquiry | roads | سفلتة الحي | هل حي الربيع ضمن خطة السفلتة لهذا العام ومتى يبدأ العمل؟
  report | roads | Broken pavement | The pavement tiles near the mosque are broken and an elderly man tripped yesterday.
  report | cleanliness | الحاوية ممتلئة | حاوية النفايات عند بيتنا ما تفرغت من خمسة أيام والريحة طالعة
  report | cleanliness | رمي مخلفات بناء | أبلغ عن قيام شاحنة برمي مخلفات بناء في الأرض الفضاء المجاورة لمنزلي.
  observation | cleanliness | شكر لعمال النظافة | أشكركم على جهود عمال النظافة في حي السلام وأتمنى زيادة عدد الحاويات.
  inquiry | cleanliness | مواعيد جمع النفايات | ما هي مواعيد جمع النفايات في حي المروج؟
  report | cleanliness | Overflowing bins | The bins behind our building have not been emptied since Thursday and there are rats.
  report | drainage | تجمع مياه الأمطار | تجمعت مياه الأمطار أمام المنازل ودخلت إلى الحوش ولا يوجد تصريف.
  report | drainage | طفح الصرف | طفح مجاري بالشارع والريحة لا تطاق ارجو التدخل السريع
  inquiry | drainage | مشروع تصريف السيول | أرغب في معرفة موعد الانتهاء من مشروع تصريف السيول في حي الوادي.
  report | drainage | Manhole | There is a sewage manhole overflowing on the corner of Prince Sultan road.
  report | drainage | تسريب | في تسريب موية من ماسورة تحت الرصيف صار له يومين ومبلل الشارع كله
  report | parks | ألعاب مكسورة | مراجيح الأطفال في حديقة الحي مكسورة وقد تتسبب في إصابات.
  observation | parks | تشجير | نقترح تشجير الجزيرة الوسطية في طريق الأمير محمد لتلطيف الجو.
  inquiry | parks | مواعيد الحديقة | كم ساعات عمل منتزه السلام وهل الدخول برسوم؟
  report | parks | Fallen tree | A large tree fell in the park near the playground after the storm and blocks the path.
  inquiry | building-permits | متطلبات رخصة بناء | أرجو إفادتي بالمستندات المطلوبة لإصدار رخصة بناء فيلا سكنية.
  complaint | building-permits | تأخر الرخصة | تقدمت بطلب رخصة ترميم منذ شهرين ولم يتم الرد علي من قبل الموظف المختص.
  report | building-permits | مخالفة بناء | جاري يبني دور إضافي مخالف على السطح بدون رخصة
  inquiry | building-permits | Occupancy certificate | What documents do I need to get an occupancy certificate for my new house?
  inquiry | commercial-licences | تجديد رخصة محل | كيف أجدد رخصة محل تجاري انتهت الشهر الماضي وكم الغرامة؟
  inquiry | commercial-licences | رخصة بلدية لمطعم | أبغى افتح مطعم وش الاشتراطات المطلوبة للرخصة البلدية
  report | commercial-licences | محل بدون رخصة | يوجد بقالة تعمل بدون رخصة في شارع الخزان.
  complaint | commercial-licences | Licence delay | I applied for my shop licence six weeks ago, nobody answers my emails and your staff was rude on the phone.
  inquiry | land-survey | صك وكروكي | أريد استخراج كروكي مساحي لأرضي، ما الإجراءات؟
  complaint | land-survey | تأخير معاملة فرز | تأخير معاملة فرز قطعة أرض أكثر من أربعة أشهر دون مبرر ونتمنى محاسبة المتسبب.
  report | land-survey | تعدٍ على أرض | أبلغ عن تعدي أحد الأشخاص على أرض حكومية وتسويرها في مخطط 302.
  inquiry | land-survey | Plot boundaries | How can I request a survey of my plot boundaries?
  inquiry | investment | فرص استثمارية | نحن شركة راغبة في الاستثمار في المواقع البلدية، كيف نطلع على الفرص الاستثمارية وكراسة الشروط؟
  inquiry | investment | مستخلص | نأمل إفادتنا عن حالة صرف المستخلص رقم 5 لعقد الصيانة.
  complaint | investment | تأخر صرف المستخلصات | نشتكي من تأخر صرف مستخلصات عقد النظافة منذ ستة أشهر ولم يتجاوب معنا أحد.
  inquiry | investment | Lease of a kiosk | We would like to rent a municipal kiosk site; when is the next tender?
  report | e-services | التطبيق لا يعمل | تطبيق بلدي يعطيني رسالة خطأ عند رفع المرفقات ولا أستطيع إكمال الطلب.
  report | e-services | رمز التحقق | ما يوصلني رمز التحقق على الجوال اذا حاولت ادخل المنصة
  inquiry | e-services | طريقة التسجيل | كيف أسجل في منصة الأمانة وهل يلزم نفاذ؟
  report | e-services | Portal down | I cannot log in to the portal, it keeps showing error 500 after Nafath.
  report | health | مطعم غير نظيف | وجدت حشرة داخل الوجبة في مطعم بشارع التحلية ويوجد قصور في النظافة.
  report | health | تسمم | أصيب أفراد عائلتي بتسمم بعد الأكل من بوفية في حي العزيزية
  inquiry | health | شهادة صحية | كم مدة صلاحية الشهادة الصحية للعمالة وأين تُستخرج؟
  report | health | Expired food | A supermarket on Khalid street is selling expired milk and meat.
  report | noise | إزعاج ليلي | ورشة حدادة تشتغل بعد منتصف الليل وتزعج السكان.
  report | noise | صوت عالي | الاستراحة اللي جنبنا مشغلين دي جي لين الفجر وما نقدر ننام
  report | noise | Construction noise | The construction site next door works until 2 am every night, we can not sleep.
  report | animals | كلاب ضالة | انتشار الكلاب الضالة في حي النسيم يخوف الأطفال عند ذهابهم للمدرسة.
  report | animals | قطة ميتة | فيه بس ميت عند باب العمارة من يومين
  inquiry | animals | Stray cats | Is there a programme for neutering stray cats in our district?
  report | parking | سيارة مهملة | سيارة خربانة واقفة قدام بيتي من سنة ومليانة غبار ارجو سحبها
  inquiry | parking | اشتراك مواقف | كيف أحصل على تصريح مواقف للسكان وكم رسوم الاشتراك؟
  report | parking | Blocked driveway | Delivery vans park in front of my garage every day and block my driveway.
  complaint | other | سوء تعامل | راجعت مركزكم يوم الأحد وتعامل الموظف معي بأسلوب غير لائق ورفض استلام طلبي.
  complaint | other | إغلاق البلاغ دون حل | أغلقتم بلاغي السابق دون معالجة المشكلة ولم يتواصل معي أحد.
  thanks | other | شكر وتقدير | أتقدم بالشكر لموظفي مركز رضا على حسن التعامل وسرعة الإنجاز.
  inquiry | other | ساعات الدوام | ما هي ساعات الدوام في رمضان لدى مبنى الأمانة؟
  complaint | other | Bad service | I called your centre four times, was put on hold for 40 minutes and then the line was cut. Very poor service.
  report | lighting |  | طلع علينا الليل والشارع كله عتمة من أول السوق لين آخره، عيالنا يخافون يطلعون المسجد
  report | lighting | عمود مائل | عمود كهرباء الإنارة مائل على وشك السقوط على السيارات في شارع 15
  report | lighting | Exposed wires | Electric wires are hanging out of a lamp post at kids height near the school.
  report | roads | اشارة المرور | إشارة المرور عند تقاطع العليا مع موسى بن نصير لا تعمل والحوادث كثيرة.
  report | roads | حفريات شركة | حفرت شركة الاتصالات الشارع وتركته بدون ردم ولا إعادة سفلتة
  observation | roads | معاناة ذوي الإعاقة | نلاحظ عدم وجود منحدرات للكراسي المتحركة على الأرصفة ونأمل مراعاة ذلك.
  report | roads | Missing sign | The stop sign at the junction of 7th street is missing since the accident.
  report | cleanliness | أثاث قديم | جارنا رامي كنب ومكيفات قديمة جنب الحاوية ولا أحد شالها
  report | cleanliness | حرق نفايات | يقوم عمال بحرق النفايات في أرض فضاء والدخان يدخل البيوت.
  complaint | cleanliness | شركة النظافة | رفعت ثلاث بلاغات عن النظافة وفي كل مرة يغلق البلاغ دون أن يحضر أحد.
  report | drainage | غرق النفق | نفق الملك فهد غرق بعد المطر والسيارات علقت
  report | drainage | غطاء بيارة مكشوف | غطاء البيارة مكشوف في الممر بين العماير وفيه أطفال
  report | drainage | Water | Clean water has been running down our street for two days, it seems a pipe burst.
  report | parks | الحديقة مهملة | حديقة حي النرجس مهملة والعشب يابس ودورات المياه مقفلة.
  observation | parks | ممشى | ياليت تحطون كراسي وبرادات ماء في ممشى الحي
  observation | parks | Thanks | Thank you for the new playground, my kids love it. It would be great to add some shade over the swings.
  inquiry | building-permits | بناء ملحق | هل يسمح لي أبني ملحق علوي على كامل السطح وكم نسبة البناء؟
  inquiry | building-permits | معاملة رقم 44021 | أرغب بالاستفسار عن معاملة رخصة البناء رقم 44021 وأين وصلت.
  report | building-permits | Neighbour construction | My neighbour is building a wall beyond the setback line without any permit.
  inquiry | commercial-licences | نقل ملكية | ما المطلوب لنقل ملكية رخصة محل حلاقة من شخص إلى آخر؟
  inquiry | commercial-licences | Food truck | Do I need a municipal licence to operate a food truck and how much are the fees?
  inquiry | commercial-licences | لوحة محل | وش اشتراطات لوحة المحل وكم رسومها السنوية
  inquiry | land-survey | منحة أرض | قدمت على منحة أرض قبل عشر سنوات، كيف أعرف رقم دوري؟
  inquiry | land-survey | تحديث صك | نرجو الإفادة عن إجراءات تحديث الصك وتعديل الأطوال في الصك الإلكتروني.
  inquiry | investment | تأجير موقع صراف | هل توجد مواقع متاحة للتأجير لأجهزة الصراف الآلي ومتى تطرح المنافسة القادمة؟
  complaint | investment | Payment | We are the contractor for road maintenance and our invoices have been ignored for five months by your contracts department.
  report | e-services | خطأ في السداد | سددت الرسوم من خلال سداد ولم تنعكس على الطلب في البوابة.
  inquiry | e-services | نسيت كلمة المرور | نسيت كلمة المرور لحسابي في بوابة الأمانة كيف أسترجعها؟
  report | e-services | App crash | Your mobile app crashes each time I try to upload a photo.
  report | health | صالون | صالون حلاقة يستخدم أدوات غير معقمة وعماله بدون شهادات صحية
  report | health | ذبح عشوائي | عمالة تذبح الأغنام في العراء وتبيع اللحم بدون رقابة.
  report | health | Cockroaches | I saw cockroaches in the kitchen of a restaurant at the mall food court.
  report | noise | مولد كهرباء | مولد الكهرباء حق المقاول شغال 24 ساعة وصوته مزعج جدا
  report | noise | Loud wedding hall | The wedding hall behind us plays loud music until 3 in the morning every weekend.
  report | animals | هجوم كلب | عض كلب ضال ولدي اليوم عند باب المدرسة
  report | animals | قرود | القرود تدخل البيوت وتكسر خزانات المياه في حي الشفا
  report | animals | Dead dog | There is a dead dog lying on the side of the road near exit 5.
  report | parking | شاحنات | شاحنات كبيرة تقف داخل الحي السكني وتسد مداخل البيوت
  complaint | parking | غرامة موقف | صدرت بحقي غرامة مواقف وأنا مسدد الرسوم وأعترض عليها، ورفعت اعتراض ولم يرد أحد.
  report | parking | Abandoned vehicle | An abandoned truck without plates has been sitting in the lot next to the clinic for months.
  complaint | other | عدم الرد على الاتصال | أتصل على رقمكم من الصبح ومحد يرد وكل مرة يقفل الخط
  inquiry | other | رقم معاملة | أريد رقم هاتف مكتب رئيس البلدية لو سمحتم
  observation | other | مقترح | أقترح فتح فرع لخدمة المستفيدين في شمال المدينة.
  report | lighting | الإنارة تعمل نهارًا | أعمدة الإنارة بحي الصفا تظل مضاءة طوال النهار وتنطفئ ليلاً، نأمل معالجة الخلل.
  report | lighting | Dark alley | All the lights in the alley behind the clinic are out and it is pitch dark.
  report | roads | تشققات | تشققات كبيرة ظهرت في طبقة الاسفلت بعد شهر من تنفيذ المشروع
  inquiry | roads | نزع الرصيف | متى ينتهي العمل في جسر طريق المطار؟
  report | roads |  | الرصيف قدام المدرسة متكسر والطلاب يطيحون
  report | cleanliness | نقل المخلفات | لم تقم شركة النظافة برفع المخلفات من أمام المسجد منذ أسبوعين.
  inquiry | cleanliness | Bulky waste | How can I get an old sofa and fridge collected?
  observation | cleanliness | Recycling | I suggest placing recycling containers next to every school.
  report | drainage |  | الموية طالعة من المنهول ومغرقة الشارع
  report | drainage | شبكة الصرف | شبكة تصريف الأمطار مسدودة في نفق الجامعة وتتجمع المياه كل مطرة.
  report | parks | نافورة | نافورة الحديقة متوقفة والماء راكد فيها
  inquiry | parks | Event in the park | Can I book the park for a charity event and what is the procedure?
  inquiry | building-permits |  | كم ياخذ اصدار رخصة هدم وهل لازم مكتب هندسي
  report | building-permits | بناء عشوائي | بناء عشوائي بدون ترخيص في الأرض الواقعة خلف مدرسة الفاروق
  inquiry | commercial-licences | إلغاء رخصة | كيف ألغي رخصة نشاط تجاري لمحل أغلقته؟
  inquiry | commercial-licences | Sign fees | What are the fees for putting a signboard on my shop?
  inquiry | land-survey | دمج قطعتين | ما الإجراءات المطلوبة لدمج قطعتي أرض في صك واحد؟
  inquiry | land-survey | نزع ملكية | متى تصرف تعويضات نزع الملكية لمشروع توسعة الطريق؟
  inquiry | investment | عقد إيجار | أرغب بتجديد عقد إيجار كشك البلدية، ما هي المتطلبات؟
  inquiry | investment | Investor | Our company wants to invest in a waterfront site. Where can we buy the tender documents?
  report | e-services | بوابة الأمانة | البوابة تعلق عند صفحة الدفع ولا يكتمل الطلب
  inquiry | e-services | App | How do I change the mobile number registered in the app?
  report | health |  | شفت فيران في مستودع سوبرماركت الحي
  report | health | Mosquitoes | There are swarms of mosquitoes around the standing water, please spray.
  report | noise | حفلات | الجيران يقيمون حفلات بسماعات عالية كل خميس إلى الفجر
  report | animals | ثعبان | شوهد ثعبان كبير قرب ملعب الأطفال
  report | animals | Camels | Camels wander on the highway at night near km 40, very dangerous.
  report | parking |  | سيارات المعرض ماخذة كل المواقف حقت السكان
  inquiry | parking | Parking fine | How can I pay a parking fine?
  complaint | other |  | الموظفة في الاستقبال كانت تصرخ على المراجعين وتعاملها سيء
  complaint | other | No response | I have sent three emails and received no response from your office.
  complaint | roads | حفرة مكررة | بلغت عن الحفرة مرتين وتم إغلاق البلاغ بدون إصلاح
  thanks | other | شكر | شكرا لكم على سرعة الاستجابة واحترافية الموظفين
`);
