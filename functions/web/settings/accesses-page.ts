import * as z from 'zod';
import type { Language } from '#events/vocabulary.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { RECORDED_READS, type RecordedRead } from '#shared/domain/staff/route-access.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';
import { plural } from '#shared/domain/text/plural.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { Access, AccessLog } from '#shared/ports/access-log.ts';
import { ltr } from '../shell/badges.ts';
import { userName } from '../shell/form-fields.ts';
import { type Html, html } from '../shell/http/html.ts';
import { frameText } from '../shell/text/frame-text.ts';
import { timeMark } from '../shell/time-mark.ts';
import { staffName, type View } from '../shell/view.ts';
import { settingsPage } from './frame.ts';

/** The days that one page shows at most, and those it shows without a choice. */
const MOST_DAYS = 31;
const USUAL_DAYS = 7;
/** The reads that one page shows. The filters narrow them. */
const MOST_ROWS = 500;

interface Words {
  readonly hint: string;
  readonly from: string;
  readonly to: string;
  readonly who: string;
  readonly kind: string;
  readonly path: string;
  readonly contains: string;
  readonly when: string;
  readonly everyone: string;
  readonly all: string;
  readonly show: string;
  readonly none: string;
  readonly kinds: Readonly<Record<RecordedRead, string>>;
  readonly found: (count: number) => string;
  readonly more: string;
}

const READS = {
  zero: 'لا اطلاعات',
  one: 'اطلاع واحد',
  two: 'اطلاعان',
  few: '# اطلاعات',
  many: '# اطلاعًا',
  other: '# اطلاع',
};

const text: Readonly<Record<Language, Words>> = {
  ar: {
    hint: 'فتح صفحات المستفيدين ومعاملات الغير والتسجيلات والملفات والتصدير، دون بيانات شخصية. يبقى السطر ثلاث سنوات.',
    from: 'من تاريخ',
    to: 'إلى تاريخ',
    who: 'من اطّلع',
    kind: 'النوع',
    path: 'على ماذا',
    contains: 'الرقم المرجعي أو جزء من العنوان',
    when: 'متى',
    everyone: 'الجميع',
    all: 'كل الأنواع',
    show: 'عرض',
    none: 'لا اطلاع في هذه المدة ضمن هذه التصفية.',
    kinds: {
      person: 'صفحة مستفيد',
      case: 'صفحة معاملة لغيره',
      recording: 'تسجيل مكالمة',
      file: 'ملف أو رسالة كما وردت',
      export: 'تصدير',
    },
    found: (count) => plural(count, READS),
    more: 'المعروض أحدثها فقط. يمكن تضييق المدة أو التصفية.',
  },
  en: {
    hint: 'Opened beneficiaries, cases of others, recordings, files, exports. No personal data. Kept three years.',
    from: 'From',
    to: 'To',
    who: 'Reader',
    kind: 'Kind',
    path: 'What was read',
    contains: 'Reference or part of the address',
    when: 'When',
    everyone: 'Everyone',
    all: 'All kinds',
    show: 'Show',
    none: 'No reads in this time with these filters.',
    kinds: {
      person: 'Beneficiary page',
      case: 'Case of others',
      recording: 'Recording',
      file: 'File or raw mail',
      export: 'Export',
    },
    found: (count) => (count === 1 ? '1 read' : `${count} reads`),
    more: 'Only the newest are shown. Narrow the time or the filters.',
  },
};

const day = z
  .string()
  .transform((typed) => toLatinDigits(typed.trim()))
  .pipe(z.iso.date())
  .optional()
  .catch(undefined);

/** The query of the page. Unknown values count as absent. */
const accessesQuery = z.object({
  from: day,
  to: day,
  user: userName.optional().catch(undefined),
  kind: z.enum(RECORDED_READS).optional().catch(undefined),
  q: z.string().trim().max(100).catch(''),
});

interface Shown {
  readonly query: z.infer<typeof accessesQuery>;
  readonly from: string;
  readonly to: string;
  readonly accesses: readonly Access[];
}

const noon = (date: string): number => Date.parse(`${date}T09:00:00Z`);

/** Read the days of a query, at most a month, and keep the reads that pass its filters. The newest are first. */
export async function listAccesses(log: AccessLog, given: unknown, now: number): Promise<Shown> {
  const query = accessesQuery.parse(given);
  const today = localDay(now);
  const to = query.to !== undefined && query.to < today ? query.to : today;
  const earliest = localDay(noon(to) - (MOST_DAYS - 1) * DAY);
  const wanted = query.from ?? localDay(noon(to) - (USUAL_DAYS - 1) * DAY);
  const from = wanted > to ? to : wanted < earliest ? earliest : wanted;
  const days: string[] = [];
  for (let at = noon(to); localDay(at) >= from; at -= DAY) days.push(localDay(at));
  const all = (await Promise.all(days.map((one) => log.accessesOn(one)))).flat();
  const q = query.q.toLowerCase();
  const accesses = all.filter(
    ({ user, kind, path }) =>
      (query.user === undefined || user === query.user) &&
      (query.kind === undefined || kind === query.kind) &&
      (q === '' || path.toLowerCase().includes(q)),
  );
  return { query, from, to, accesses };
}

const option = (value: string, label: string, chosen: string | undefined): Html =>
  html`<option value="${value}"${value === (chosen ?? '') ? html` selected` : ''}>${label}</option>`;

function filters({ query, from, to }: Shown, view: View): Html {
  const w = text[view.language];
  const users = new Set([...view.rules.staff.keys(), ...(query.user === undefined ? [] : [query.user])]);
  return html`<form class="filters" method="get" action="/settings/accesses">
<label><span>${w.from}</span><input type="date" name="from" value="${from}"></label>
<label><span>${w.to}</span><input type="date" name="to" value="${to}"></label>
<label><span>${w.who}</span><select name="user">${option('', w.everyone, query.user)}${[...users].map(
    (user) => option(user, staffName(view, user), query.user),
  )}</select></label>
<label><span>${w.kind}</span><select name="kind">${option('', w.all, query.kind)}${RECORDED_READS.map(
    (kind) => option(kind, w.kinds[kind], query.kind),
  )}</select></label>
<label><span>${w.contains}</span><input name="q" dir="ltr" maxlength="100" value="${query.q}"></label>
<button type="submit">${w.show}</button></form>`;
}

/** Return the page on which administrators look at who read personal data. */
export function accessesPage(view: View, shown: Shown): Html {
  const w = text[view.language];
  const { accesses } = shown;
  const row = ({ at, user, kind, path }: Access): Html =>
    html`<tr><td>${timeMark(at, view)}</td><td><bdi>${staffName(view, user)}</bdi></td><td>${w.kinds[kind]}</td>
<td>${ltr(path)}</td></tr>`;
  return settingsPage(view, {
    title: frameText[view.language].accesses,
    here: 'accesses',
    body: html`<p class="faint">${w.hint}</p>
${filters(shown, view)}
${
  accesses.length === 0
    ? html`<p class="card empty">${w.none}</p>`
    : html`<p class="faint" role="status">${w.found(accesses.length)}${
        accesses.length > MOST_ROWS && html` · ${w.more}`
      }</p>
<div class="scroll card flush" tabindex="0"><table class="numbers"><thead><tr>${[
        w.when,
        w.who,
        w.kind,
        w.path,
      ].map(
        (name) => html`<th scope="col">${name}</th>`,
      )}</tr></thead><tbody>${accesses.slice(0, MOST_ROWS).map(row)}</tbody></table></div>`
}`,
  });
}
