import type { ClockName, Language } from '#events/vocabulary.ts';

/** The sentences that explain a deadline. The values are texts of the same language. */
interface WhySentences {
  readonly title: string;
  readonly owed: Readonly<Record<ClockName, (amount: string) => string>>;
  readonly fixed: Readonly<Record<'followUp' | 'department' | 'touch', string>>;
  readonly policy: (name: string, priority: string) => string;
  readonly hours: (name: string, hours: string) => string;
  readonly start: Readonly<Record<ClockName, (at: string) => string>>;
  readonly again: (at: string) => string;
  readonly later: (opening: string) => string;
  readonly paused: (from: string, to: string, amount: string) => string;
  readonly pausedSince: (from: string) => string;
  readonly closed: (names: string) => string;
  readonly extended: (at: string) => string;
  readonly shortened: string;
  readonly terms: (at: string) => string;
}

const ar: WhySentences = {
  title: 'لماذا هذا الموعد؟',
  owed: {
    firstResponse: (amount) => `يُرد على المستفيد أول رد خلال ${amount}.`,
    nextResponse: (amount) => `يُرد على كل رسالة من المستفيد خلال ${amount}.`,
    resolution: (amount) => `تُنجز المعاملة خلال ${amount}.`,
    followUp: (amount) => `يُتواصل مع المستفيد خلال ${amount}.`,
    department: (amount) => `تجيب الإدارة خلال ${amount}.`,
    touch: (amount) => `يُتواصل مع المستثمر خلال ${amount}.`,
  },
  fixed: {
    followUp: 'هذا هو الوقت الذي وُعد المستفيد بالتواصل معه فيه. لا يؤخره توقف ولا إجازة.',
    department: 'هذا هو الوقت الذي حُدد للإدارة عند سؤالها. لا تؤخره إجازة.',
    touch: 'هذا آخر يوم للتواصل التالي مع المستثمر وفق خطة متابعته. يُصعَّد قبل ذلك بيوم عمل كامل.',
  },
  policy: (name, priority) => `السياسة: ${name}، والأولوية: ${priority}.`,
  hours: (name, hours) => `يُحسب وقت الدوام وحده، بتقويم «${name}»: ${hours}.`,
  start: {
    firstResponse: (at) => `يبدأ الحساب من فتح المعاملة: ${at}.`,
    nextResponse: (at) => `يبدأ الحساب من رسالة المستفيد: ${at}.`,
    resolution: (at) => `يبدأ الحساب من فتح المعاملة: ${at}.`,
    followUp: (at) => `سُجّل الوعد: ${at}.`,
    department: (at) => `سُئلت الإدارة: ${at}.`,
    touch: (at) => `آخر تواصل أو بداية الخطة: ${at}.`,
  },
  again: (at) => `أُعيد فتح المعاملة، فبدأ الحساب من جديد: ${at}.`,
  later: (opening) => `كان ذلك خارج الدوام، فبدأ العد مع أول دوام بعده: ${opening}.`,
  paused: (from, to, amount) => `توقف الحساب من ${from} إلى ${to}، فتأخر الموعد ${amount}.`,
  pausedSince: (from) => `الحساب متوقف منذ ${from}. الموعد المذكور هو ما سيكون لو استؤنف الآن.`,
  closed: (names) => `أيام لا تُحسب: ${names}.`,
  extended: (at) => `مُدِّدت المدة ثلاثين يومًا، وفق لائحة حماية البيانات الشخصية: ${at}.`,
  shortened: 'دُمجت فيها معاملة موعدها أقرب، فبقي الموعد الأقرب.',
  terms: (at) => `تغيّر التصنيف أو الأولوية أو الإعدادات (${at})، فأُعيد حساب الموعد من بدايته.`,
};

const en: WhySentences = {
  title: 'Why this time?',
  owed: {
    firstResponse: (amount) => `The beneficiary gets a first response within ${amount}.`,
    nextResponse: (amount) => `Every message of the beneficiary is answered within ${amount}.`,
    resolution: (amount) => `The case is resolved within ${amount}.`,
    followUp: (amount) => `The beneficiary is contacted within ${amount}.`,
    department: (amount) => `The department answers within ${amount}.`,
    touch: (amount) => `The investor is contacted within ${amount}.`,
  },
  fixed: {
    followUp: 'The beneficiary was promised a contact by this time. No pause and no holiday moves it.',
    department: 'The department was given this time when it was asked. No holiday moves it.',
    touch:
      'This is the last day of the next contact by the plan. It is escalated a whole working day before.',
  },
  policy: (name, priority) => `Policy: ${name}. Priority: ${priority}.`,
  hours: (name, hours) => `Only working hours count, by the calendar “${name}”: ${hours}.`,
  start: {
    firstResponse: (at) => `Counting starts with the opening of the case: ${at}.`,
    nextResponse: (at) => `Counting starts with the beneficiary’s message: ${at}.`,
    resolution: (at) => `Counting starts with the opening of the case: ${at}.`,
    followUp: (at) => `The promise was recorded: ${at}.`,
    department: (at) => `The department was asked: ${at}.`,
    touch: (at) => `Last contact, or begin of the plan: ${at}.`,
  },
  again: (at) => `The case was reopened, and counting started anew: ${at}.`,
  later: (opening) => `That was outside working hours, so the count began with the next opening: ${opening}.`,
  paused: (from, to, amount) =>
    `The clock was paused from ${from} to ${to}, which moved the deadline by ${amount}.`,
  pausedSince: (from) =>
    `The clock has been paused since ${from}. The time shown is the one if it ran again now.`,
  closed: (names) => `Days that do not count: ${names}.`,
  extended: (at) => `The period was extended by thirty days under the regulation on personal data: ${at}.`,
  shortened: 'A case that was due earlier was merged into this one, and the earlier time stays.',
  terms: (at) =>
    `Classification, priority or settings changed (${at}), and the deadline was set anew from its start.`,
};

export const whyText: Readonly<Record<Language, WhySentences>> = { ar, en };
