import type { ReplyTemplate } from '#shared/domain/mail/reply-template.ts';

/** Common replies of a municipality's centre. */
export const defaultReplyTemplates: readonly ReplyTemplate[] = [
  {
    id: 'more-information',
    name: { ar: 'طلب معلومات ناقصة', en: 'Ask for what is missing' },
    text: {
      ar: `السلام عليكم ورحمة الله وبركاته،
{{salutation}}

شكرًا لتواصلكم مع {{centre}} بخصوص المعاملة رقم {{reference}}.

لنتمكن من خدمتكم نحتاج إلى ما يلي:
- الموقع بالتحديد (الحي والشارع وأقرب معلم)، أو رابط الموقع على الخريطة.
- صورة توضح الملاحظة إن أمكن.

يكفي أن تردوا على هذه الرسالة. وللمساعدة اتصلوا بالرقم {{phone}}.

مع التحية،
{{agent}}`,
      en: `{{salutation}}

Thank you for writing to the {{centre}} about case {{reference}}.

To help you we need the following:
- the exact place (district, street and nearest landmark) or a link to it on a map;
- a photograph, if you can take one.

Simply answer this mail. For help, call {{phone}}.

Kind regards,
{{agent}}`,
    },
  },
  {
    id: 'with-the-department',
    name: { ar: 'أُحيلت إلى الإدارة المختصة', en: 'Passed to the department' },
    text: {
      ar: `السلام عليكم ورحمة الله وبركاته،
{{salutation}}

نفيدكم بأن معاملتكم رقم {{reference}} بشأن «{{category}}» لدى إدارة «{{department}}» لاتخاذ اللازم، ونتابعها معها حتى تنتهي.

سنكتب إليكم بما يتم. ويمكنكم الرد على هذه الرسالة بأي معلومة إضافية.

مع التحية،
{{agent}}
{{centre}}`,
      en: `{{salutation}}

Your case {{reference}} about “{{category}}” is with the department “{{department}}”, and we follow it until it is done.

We will write to you about what is done. You can answer this mail with anything you wish to add.

Kind regards,
{{agent}}
{{centre}}`,
    },
  },
  {
    id: 'promised-contact',
    name: { ar: 'موعد التواصل معكم', en: 'When we will contact you' },
    text: {
      ar: `السلام عليكم ورحمة الله وبركاته،
{{salutation}}

بخصوص معاملتكم رقم {{reference}}: سنتواصل معكم في موعد أقصاه {{promise}} لإفادتكم بما تم.

نقدّر صبركم. وإن طرأ جديد قبل ذلك فاتصلوا بالرقم {{phone}}.

مع التحية،
{{agent}}`,
      en: `{{salutation}}

About your case {{reference}}: we will contact you by {{promise}} at the latest and tell you what was done.

Thank you for your patience. If anything changes before then, please call {{phone}}.

Kind regards,
{{agent}}`,
    },
  },
  {
    id: 'apology',
    name: { ar: 'اعتذار عن تقصير', en: 'Apology' },
    type: 'complaint',
    text: {
      ar: `السلام عليكم ورحمة الله وبركاته،
{{salutation}}

وصلتنا شكواكم رقم {{reference}}، ونعتذر إليكم عما واجهتموه؛ فهو دون ما تستحقونه ودون ما نرضاه.

نراجع ما حدث مع إدارة «{{department}}» وسنكتب إليكم بالنتيجة وبما سيتغير حتى لا يتكرر.

مع خالص التقدير،
{{agent}}
{{centre}}`,
      en: `{{salutation}}

We have your complaint {{reference}}, and we apologise for what you met with. It is less than you deserve and less than we expect of ourselves.

We are looking into it with the department “{{department}}” and will write to you about the outcome and about what changes so that it does not happen again.

Sincerely,
{{agent}}
{{centre}}`,
    },
  },
  {
    id: 'visit-planned',
    name: { ar: 'ستزور الفرقة الموقع', en: 'A crew will come' },
    type: 'report',
    text: {
      ar: `السلام عليكم ورحمة الله وبركاته،
{{salutation}}

شكرًا لبلاغكم رقم {{reference}} بشأن «{{category}}». ستزور فرقة من إدارة «{{department}}» الموقع لمعاينته ومعالجة الملاحظة.

لا يلزم حضوركم. وإن كان في الموقع خطر على أحد فاتصلوا فورًا بالرقم {{phone}} واذكروا رقم المعاملة.

مع التحية،
{{agent}}`,
      en: `{{salutation}}

Thank you for your report {{reference}} about “{{category}}”. A crew of the department “{{department}}” will inspect the place and put it right.

You do not have to be there. If anybody is in danger, call {{phone}} at once and give the reference.

Kind regards,
{{agent}}`,
    },
  },
  {
    id: 'not-ours',
    name: { ar: 'خارج اختصاص البلدية', en: 'Not the municipality’s matter' },
    type: 'inquiry',
    text: {
      ar: `السلام عليكم ورحمة الله وبركاته،
{{salutation}}

شكرًا لاستفساركم رقم {{reference}}. الموضوع من اختصاص جهة أخرى غير البلدية، ولذلك لا نستطيع البت فيه، ونأمل أن تتوجهوا إليها مباشرة.

إن رأيتم أننا لم نفهم الموضوع كما ينبغي فردّوا على هذه الرسالة، أو اتصلوا بالرقم {{phone}}.

مع التحية،
{{agent}}
{{centre}}`,
      en: `{{salutation}}

Thank you for your inquiry {{reference}}. The matter belongs to another authority than the municipality, so we cannot decide it; please turn to that authority directly.

If we have misunderstood the matter, answer this mail or call {{phone}}.

Kind regards,
{{agent}}
{{centre}}`,
    },
  },
];
