import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import { referenceAt } from '#shared/domain/cases/reference.ts';
import { saudiNumber, spokenNumber } from '#shared/domain/telephone/keyed-number.ts';
import { openCases, spokenCount, spokenOpenCases } from '#shared/domain/telephone/pressing.ts';
import { spokenCase, spokenExistence } from '#shared/domain/telephone/spoken-case.ts';
import { spokenDigits } from '#shared/domain/telephone/spoken-digits.ts';
import { speakable, spokenCategory, spokenDepartment } from '#shared/domain/telephone/spoken-names.ts';
import { callSubject } from '#shared/domain/telephone/spoken-reference.ts';
import { spokenInstant, spokenMinutes, spokenTime } from '#shared/domain/telephone/spoken-time.ts';
import { spokenPlace } from '#shared/domain/telephone/spoken-wait.ts';
import { spokenTopics } from '#shared/domain/telephone/topics.ts';
import { arabicNumber } from '#shared/domain/text/arabic-number.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';

const ZONE = 'Asia/Riyadh';
const aCase = (more: Partial<Case> = {}): Case => ({
  ...{
    id: referenceAt(123_456),
    version: 1,
    causes: [],
    correlationId: 'c',
    type: 'report',
    category: 'lighting',
  },
  ...{ department: 'operations', subject: '', beneficiary: { id: 'b', authenticated: false } },
  ...{ segment: 'unknown', channel: 'phone', language: 'ar', priority: 'normal', status: 'open' },
  ...{ openedAt: T, generation: 0, facts: [{ at: T, type: 'opened' }], fired: [], level: 0 },
  ...more,
});

/** All that a caller hears of a case. */
const wholeCase = (...given: Parameters<typeof spokenCase>): string =>
  Object.values(spokenCase(...given))
    .filter((part) => part !== '')
    .join(' ');

describe('a time of day', () => {
  it.each([
    [14, 30, 'الساعة الثانية والنصف ظهرًا', '2:30 PM'],
    [12, 0, 'الساعة الثانية عشرة ظهرًا', 'noon'],
    [0, 0, 'منتصف الليل', 'midnight'],
    [7, 30, 'الساعة السابعة والنصف صباحًا', '7:30 AM'],
    [9, 0, 'الساعة التاسعة صباحًا', '9 AM'],
    [15, 15, 'الساعة الثالثة والربع عصرًا', '3:15 PM'],
    [15, 45, 'الساعة الرابعة إلا ربعًا عصرًا', '3:45 PM'],
    [11, 45, 'الساعة الثانية عشرة إلا ربعًا ظهرًا', '11:45 AM'],
    [11, 50, 'الساعة الثانية عشرة إلا عشر دقائق ظهرًا', '11:50 AM'],
    [11, 40, 'الساعة الثانية عشرة إلا ثلثًا ظهرًا', '11:40 AM'],
    [14, 45, 'الساعة الثالثة إلا ربعًا عصرًا', '2:45 PM'],
    [17, 55, 'الساعة السادسة إلا خمس دقائق مساءً', '5:55 PM'],
    [3, 45, 'الساعة الرابعة إلا ربعًا صباحًا', '3:45 AM'],
    [0, 45, 'الساعة الواحدة إلا ربعًا بعد منتصف الليل', '12:45 AM'],
    [23, 55, 'الساعة الثانية عشرة إلا خمس دقائق مساءً', '11:55 PM'],
    [9, 1, 'الساعة التاسعة ودقيقة واحدة صباحًا', '9:01 AM'],
    [9, 2, 'الساعة التاسعة ودقيقتان صباحًا', '9:02 AM'],
    [9, 12, 'الساعة التاسعة واثنتا عشرة دقيقة صباحًا', '9:12 AM'],
    [13, 18, 'الساعة الواحدة وثماني عشرة دقيقة ظهرًا', '1:18 PM'],
    [8, 28, 'الساعة الثامنة وثمانٍ وعشرون دقيقة صباحًا', '8:28 AM'],
    [20, 20, 'الساعة الثامنة والثلث مساءً', '8:20 PM'],
    [2, 7, 'الساعة الثانية وسبع دقائق بعد منتصف الليل', '2:07 AM'],
    [12, 41, 'الساعة الثانية عشرة وإحدى وأربعون دقيقة ظهرًا', '12:41 PM'],
    [23, 40, 'الساعة الثانية عشرة إلا ثلثًا مساءً', '11:40 PM'],
  ])('%i:%i is said as people say it', (hour, minute, ar, en) => {
    expect(spokenTime(hour, minute, 'ar')).toBe(ar);
    expect(spokenTime(hour, minute, 'en')).toBe(en);
  });
});

describe('an instant', () => {
  it.each([
    [2 * HOUR, 'اليوم الساعة الثانية عشرة ظهرًا', 'today at noon'],
    [DAY, 'غدًا الساعة العاشرة صباحًا', 'tomorrow at 10 AM'],
    [14 * HOUR, 'غدًا منتصف الليل', 'tomorrow at midnight'],
    [4 * DAY, 'يوم الخميس الساعة العاشرة صباحًا', 'on Thursday at 10 AM'],
    [7 * DAY, 'يوم الأحد الحادي عشر من يناير الساعة العاشرة صباحًا', 'on Sunday, 11 January, at 10 AM'],
    [-DAY, 'أمس الساعة العاشرة صباحًا', 'yesterday at 10 AM'],
    [-2 * DAY, 'يوم الجمعة الثاني من يناير الساعة العاشرة صباحًا', 'on Friday, 2 January, at 10 AM'],
  ])('%i ms from now is said by how far it is', (ms, ar, en) => {
    expect(spokenInstant(T + ms, T, 'ar', ZONE)).toBe(ar);
    expect(spokenInstant(T + ms, T, 'en', ZONE)).toBe(en);
  });
});

describe('a case', () => {
  it('is said with what it is about, where it is and what was promised', () => {
    expect(wholeCase(aCase({ status: 'pending-department' }), rules, T, 'ar')).toMatch(
      /^بلاغك رقم .+، بشأن إنارة الشوارع، لدى إدارة التشغيل والصيانة\. والموعد المحدد لإنجازه يوم .+\.$/u,
    );
    expect(wholeCase(aCase({ status: 'pending-department' }), rules, T, 'en')).toMatch(
      /^Your report .+, about street lighting, is with the operations and maintenance department\. It is promised on .+\.$/u,
    );
  });

  it.each([
    [
      { outcome: 'استبدلنا مصباح الإنارة.' },
      'ar',
      'أُنجز أمس الساعة العاشرة صباحًا. وهذا ما تم، استبدلنا مصباح الإنارة.',
    ],
    [
      { outcome: 'We replaced the lamp' },
      'en',
      'was resolved yesterday at 10 AM. What was done: We replaced the lamp.',
    ],
    // Words in another language are not read with the wrong voice.
    [{ outcome: 'We replaced the lamp' }, 'ar', 'أُنجز أمس الساعة العاشرة صباحًا.'],
    [{ outcome: 'استبدلنا المصباح' }, 'en', 'was resolved yesterday at 10 AM.'],
    [{ outcome: 'كلمة '.repeat(90) }, 'ar', 'أُنجز أمس الساعة العاشرة صباحًا.'],
    // The first clauses of a long text, without digits.
    [
      { outcome: `ركّبنا 3 أعمدة في 12/5/2026، ${'كلمة '.repeat(90)}` },
      'ar',
      'وهذا ما تم، ركّبنا ثلاثة أعمدة في الثاني عشر من مايو.',
    ],
  ] as const)('that is resolved is told by the work done: %j in %s', (done, language, words) => {
    const resolution = { at: T - DAY, by: 'agent:salem', as: 'done', ...done } as const;
    const spoken = wholeCase(aCase({ status: 'resolved', resolution }), rules, T, language);
    expect(spoken.endsWith(words)).toBe(true);
  });

  it.each([
    ['answered', 'inquiry', 'أُجيب عنه أمس الساعة العاشرة صباحًا. وهذا ما تم، انتهينا.'],
    ['handed-over', 'complaint', 'أُحيلت إلى جهة أخرى أمس الساعة العاشرة صباحًا. وهذا ما تم، انتهينا.'],
    ['outside-remit', 'report', 'تبيّن أنه خارج اختصاصنا أمس الساعة العاشرة صباحًا. وهذا ما تم، انتهينا.'],
    ['not-reached', 'observation', 'انتهت لتعذّر الوصول إليك أمس الساعة العاشرة صباحًا. وهذا ما تم، انتهينا.'],
    // Resolved before outcomes were recorded.
    [undefined, 'report', 'انتهى العمل عليه أمس الساعة العاشرة صباحًا. وهذا ما تم، انتهينا.'],
  ] as const)('that was resolved as %s is not told to be done', (as, type, words) => {
    const resolution = { at: T - DAY, by: 'agent:salem', outcome: 'انتهينا', ...(as && { as }) } as const;
    const spoken = wholeCase(aCase({ type, status: 'resolved', resolution }), rules, T, 'ar');
    expect(spoken.endsWith(words)).toBe(true);
  });

  it.each([
    ['withdrawn', 'report', 'أُغلق بناءً على طلبك أمس الساعة العاشرة صباحًا.'],
    ['duplicate', 'complaint', 'أُغلقت لأنها مكرّرة أمس الساعة العاشرة صباحًا.'],
    ['no-answer', 'observation', 'أُغلقت لأننا لم نتلقَّ ردًّا منك أمس الساعة العاشرة صباحًا.'],
  ] as const)('that was closed as %s is told so', (reason, type, words) => {
    const closed = aCase({ type, status: 'closed', closing: { at: T - DAY, reason } });
    expect(wholeCase(closed, rules, T, 'ar').endsWith(words)).toBe(true);
  });

  it('that was resolved and closed by itself is told by its outcome', () => {
    const resolution = { at: T - DAY, by: 'agent:salem', as: 'done', outcome: 'استبدلنا المصباح' } as const;
    const closed = aCase({ status: 'closed', resolution, closing: { at: T, reason: 'no-answer' } });
    expect(wholeCase(closed, rules, T, 'ar')).toMatch(/أُنجز أمس .* وهذا ما تم، استبدلنا المصباح\.$/u);
  });

  it('agrees in gender', () => {
    expect(wholeCase(aCase({ type: 'observation', status: 'new' }), rules, T, 'ar')).toMatch(
      /^ملاحظتك .+ مسجّلة لدى .+ الاستلام\. والموعد المحدد لإنجازها/u,
    );
    expect(wholeCase(aCase({ type: 'complaint', status: 'closed' }), rules, T, 'ar')).toMatch(/مغلقة\.$/u);
    expect(wholeCase(aCase({ status: 'resolved' }), rules, T, 'ar')).toMatch(/أُنجز\.$/u);
  });

  it('that was promised a call says so, and one that is late is apologised for', () => {
    const promise = { at: T, dueAt: T + 2 * HOUR, by: 'agent:salem' } as const;
    expect(wholeCase(aCase({ promise }), rules, T, 'ar')).toContain(
      'ووعدناك بالتواصل معك اليوم الساعة الثانية عشرة ظهرًا.',
    );
    expect(wholeCase(aCase({ promise }), rules, T, 'en')).toContain(
      'We promised to contact you today at noon.',
    );
    expect(wholeCase(aCase({ promise }), rules, T + DAY, 'ar')).toContain('ونعتذر لك');
    expect(wholeCase(aCase({ promise }), rules, T + DAY, 'en')).toContain('later than we promised');
  });

  it('of no category, for a removed department, is said anyway', () => {
    const spoken = wholeCase(aCase({ category: 'other', department: 'gone' }), rules, T, 'en');
    expect(spoken).toMatch(/^Your report [^a-z]+, is being worked on by the centre\./u);
  });

  it('says only that it is registered to a caller who only has the reference', () => {
    expect(spokenExistence({ status: 'open' }, 'ar')).toBe('معاملتك مسجّلة لدينا ونعمل عليها.');
    expect(spokenExistence({ status: 'closed' }, 'en')).toBe(
      'Your case is registered, and work on it is finished.',
    );
  });
});

describe('several cases', () => {
  it.each([
    [1, 'معاملة مفتوحة', 'one open case'],
    [2, 'معاملتان مفتوحتان', '2 open cases'],
    [3, 'ثلاث معاملات مفتوحة', '3 open cases'],
    [8, 'ثماني معاملات مفتوحة', '8 open cases'],
    [10, 'عشر معاملات مفتوحة', '10 open cases'],
    [11, 'إحدى عشرة معاملة مفتوحة', '11 open cases'],
    [12, 'اثنتا عشرة معاملة مفتوحة', '12 open cases'],
    [103, 'مئة وثلاث معاملات مفتوحة', '103 open cases'],
  ])('%i of them are counted as people count', (count, ar, en) => {
    expect(spokenCount(count, 'ar')).toBe(ar);
    expect(spokenCount(count, 'en')).toBe(en);
  });

  it('are ordered by urgency; merged and closed ones are left out', () => {
    const soon = aCase({ promise: { at: T, dueAt: T + HOUR, by: 'rida' } });
    const merged = aCase({ merged: { into: 'x', at: T, status: 'open' } });
    const open = openCases([aCase(), merged, aCase({ status: 'closed' }), soon], rules, T);
    expect(open).toHaveLength(2);
    expect(open[0]).toBe(soon);
    expect(spokenOpenCases(open, rules, T, 'en')).toMatchObject({
      count: 'You have 2 open cases. This is the most pressing.',
      status: expect.stringMatching(/^Your report about street lighting is being worked on/u),
      more: 'We promised to contact you today at 11 AM.',
    });
    expect(spokenOpenCases(open, rules, T, 'ar')?.count).toBe('لديك معاملتان مفتوحتان، وهذه أقربهما موعدًا.');
    expect(spokenOpenCases([...open, soon], rules, T, 'ar')?.count).toContain('أقربها موعدًا');
    expect(spokenOpenCases([soon], rules, T, 'ar')?.count).toBe('لديك معاملة مفتوحة.');
    expect(spokenOpenCases([], rules, T, 'ar')).toBeUndefined();
  });
});

describe('words of the settings', () => {
  it('are said as names within a sentence, and never as markup', () => {
    expect(speakable('Roads & <b>pavements</b> $.External.x')).toBe('Roads and b pavements /b .External.x');
    expect(speakable('الحدائق & التشجير')).toBe('الحدائق و التشجير');
    expect(spokenDepartment(rules, 'digital', 'en')).toBe('the e-services department');
    expect(spokenDepartment(rules, 'investment', 'ar')).toBe('إدارة الاستثمار');
    expect(spokenDepartment(rules, 'nobody', 'ar')).toBeUndefined();
    expect(spokenCategory(rules, 'other', 'ar')).toBeUndefined();
    expect(spokenTopics(rules, 'ar').first).toMatch(/^إنارة الشوارع، الرقم واحد\. /u);
    expect(spokenTopics(rules, 'en').rest).toMatch(/^For water, flooding and drainage, press four\. /u);
  });

  it('name a case that began on the phone', () => {
    expect(callSubject('complaint', 'ar')).toBe('شكوى عبر الهاتف');
    expect(callSubject('observation', 'en')).toBe('Observation by telephone');
  });
});

describe('waiting', () => {
  it.each([
    [{ position: 1 }, 'ترتيبك في الانتظار هو الأول.', 'You are next in the queue.'],
    [{ position: 10 }, 'ترتيبك في الانتظار هو العاشر.', 'You are 10th in the queue.'],
    [{ position: 11 }, 'ترتيبك في الانتظار هو الحادي عشر.', 'You are 11th in the queue.'],
    [{ position: 12 }, 'ترتيبك في الانتظار هو الثاني عشر.', 'You are 12th in the queue.'],
    [{ position: 20 }, 'ترتيبك في الانتظار هو العشرون.', 'You are 20th in the queue.'],
    [{ position: 31 }, 'ترتيبك في الانتظار هو الحادي والثلاثون.', 'You are 31st in the queue.'],
    [{ position: 120 }, 'ترتيبك في الانتظار هو رقم مئة وعشرون.', 'You are 120th in the queue.'],
    [{ waitSeconds: 0 }, 'والوقت المتوقع أقل من دقيقة.', 'We expect to answer in less than a minute.'],
    [{ waitSeconds: 61 }, 'والوقت المتوقع نحو دقيقتين.', 'We expect to answer in about 2 minutes.'],
    [{ position: 0, waitSeconds: -1 }, undefined, undefined],
    [{ position: 1.5 }, undefined, undefined],
    [{ position: Number.NaN, waitSeconds: Number.POSITIVE_INFINITY }, undefined, undefined],
    [
      { waitSeconds: 86_400 },
      'والوقت المتوقع نحو أربع وعشرين ساعة.',
      'We expect to answer in about 24 hours.',
    ],
    [
      { waitSeconds: 43_200 },
      'والوقت المتوقع نحو اثنتي عشرة ساعة.',
      'We expect to answer in about 12 hours.',
    ],
    [{}, undefined, undefined],
  ])('at %j', (place, ar, en) => {
    expect(spokenPlace(place, 'ar')).toBe(ar);
    expect(spokenPlace(place, 'en')).toBe(en);
  });

  it('is rounded up to the minute', () => {
    expect(spokenMinutes(59_000, 'en')).toBe('one minute');
    expect(spokenMinutes(60_001, 'ar')).toBe('دقيقتين');
  });

  it.each([
    [1, 'دقيقة', 'one minute'],
    [3, 'ثلاث دقائق', '3 minutes'],
    [11, 'إحدى عشرة دقيقة', '11 minutes'],
    [12, 'اثنتي عشرة دقيقة', '12 minutes'],
    [20, 'عشرين دقيقة', '20 minutes'],
    [32, 'اثنتين وثلاثين دقيقة', '32 minutes'],
    [59, 'تسع وخمسين دقيقة', '59 minutes'],
    [60, 'ساعة', 'one hour'],
    [61, 'ساعة وربع', 'one and a quarter hours'],
    [90, 'ساعة ونصف', 'one and a half hours'],
    [100, 'ساعتين إلا ربعًا', 'one and three quarters hours'],
    [120, 'ساعتين', '2 hours'],
    [185, 'ثلاث ساعات وربع', '3 and a quarter hours'],
    [11 * 60, 'إحدى عشرة ساعة', '11 hours'],
  ])('of %i minutes is spoken in words, and a long one in hours', (minutes, ar, en) => {
    expect(spokenMinutes(minutes * MINUTE, 'ar')).toBe(ar);
    expect(spokenMinutes(minutes * MINUTE, 'en')).toBe(en);
  });
});

describe('a number', () => {
  it('from abroad is read back with its country', () => {
    expect(spokenNumber('+441234567890', 'en')).toBe('0 0 4, 4 1 2, 3 4 5 6 7 8 9 0');
    expect(saudiNumber('+966 (50) 000-1234')).toBe('+966500001234');
  });
});

describe('the digits of an Arabic text', () => {
  it.each([
    ['اتصل بالرقم 911 الآن', 'اتصل بالرقم تسعة واحد واحد الآن'],
    ['اتصل على ٩٤٠', 'اتصل على تسعة أربعة صفر'],
    ['هاتف 0112345678', 'هاتف صفر واحد واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية'],
    ['أصلحنا 25 حفرة', 'أصلحنا خمسة وعشرون حفرة'],
    ['بنسبة 95%', 'بنسبة خمسة وتسعون بالمئة'],
    ['بنسبة ٧٫٥٪', 'بنسبة سبعة فاصلة خمسة بالمئة'],
    ['في 2026-05-12', 'في الثاني عشر من مايو'],
    ['في 3/11/2026م', 'في الثالث من نوفمبر'],
    ['الساعة 9:30', 'الساعة التاسعة والنصف صباحًا'],
    ['الموعد 16:05 غدًا', 'الموعد الساعة الرابعة وخمس دقائق عصرًا غدًا'],
    ['في 1447/06/03', 'في الثالث من جمادى الآخرة'],
    ['في ٣/٩/١٤٤٧هـ مساءً', 'في الثالث من رمضان مساءً'],
    ['في 1-1-1448 هـ', 'في الأول من محرم'],
    ['الساعة 9:30 م', 'الساعة التاسعة والنصف مساءً'],
    ['الساعة ٩:٣٠ مساءً', 'الساعة التاسعة والنصف مساءً'],
    ['الساعة 9:30 صباحًا', 'الساعة التاسعة والنصف صباحًا'],
    ['عند 12:15 ص', 'عند الساعة الثانية عشرة والربع بعد منتصف الليل'],
    ['عند 12:15 م', 'عند الساعة الثانية عشرة والربع ظهرًا'],
    ['عند 14:30 مكتب', 'عند الساعة الثانية والنصف ظهرًا مكتب'],
    ['مبلغ 10,000 ريال', 'مبلغ عشرة آلاف ريال'],
    ['مبلغ ١٥٠٬٠٠٠ ريال', 'مبلغ مئة وخمسون ألف ريال'],
    ['+966 11 234', 'صفر صفر تسعة ستة ستة واحد واحد اثنان ثلاثة أربعة'],
    ['ملاحظة: تم/انتهى', 'ملاحظة، تم، انتهى'],
    ['مبلغ 1500 ريال', 'مبلغ ألف وخمسمئة ريال'],
    ['المعاملة رقم 12', 'المعاملة رقم واحد اثنان'],
    ['قسم الاستثمار', 'قسم الاستثمار'],
  ])('%s is spoken as %s', (written, spoken) => {
    expect(spokenDigits(written)).toBe(spoken);
  });

  it.each([
    [0, 'صفر', 'صفر'],
    [1, 'واحد', 'واحدة'],
    [8, 'ثمانية', 'ثماني'],
    [11, 'أحد عشر', 'إحدى عشرة'],
    [12, 'اثنا عشر', 'اثنتا عشرة'],
    [18, 'ثمانية عشر', 'ثماني عشرة'],
    [21, 'واحد وعشرون', 'إحدى وعشرون'],
    [28, 'ثمانية وعشرون', 'ثمانٍ وعشرون'],
    [100, 'مئة', 'مئة'],
    [212, 'مئتان واثنا عشر', 'مئتان واثنتا عشرة'],
    [1000, 'ألف', 'ألف'],
    [2026, 'ألفان وستة وعشرون', 'ألفان وست وعشرون'],
    [11_000, 'أحد عشر ألف', 'أحد عشر ألف'],
    [999_999, 'تسعمئة وتسعة وتسعون ألف وتسعمئة وتسعة وتسعون', 'تسعمئة وتسعة وتسعون ألف وتسعمئة وتسع وتسعون'],
  ])('%i is counted in both genders', (count, he, she) => {
    expect(arabicNumber(count, 'he')).toBe(he);
    expect(arabicNumber(count, 'she')).toBe(she);
  });

  it('never remain in speech, whatever time, wait, place or count', () => {
    const minutes = Array.from({ length: 24 * 60 }, (_, at) => at);
    const spoken = minutes.flatMap((at) => [
      spokenTime(Math.floor(at / 60), at % 60, 'ar'),
      spokenMinutes(at * MINUTE, 'ar'),
      spokenPlace({ position: at + 1, waitSeconds: at * 7 }, 'ar') ?? '',
      spokenCount(at + 1, 'ar'),
      spokenInstant(T + at * 6 * HOUR, T, 'ar', ZONE),
    ]);
    expect(spoken.filter((text) => /[\p{Nd}:/]|\p{Script=Latin}|undefined/u.test(text))).toEqual([]);
  });
});
