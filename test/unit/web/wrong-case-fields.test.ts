import { describe, expect, it } from 'vitest';
import type { ActionName } from '#functions/web/cases/actions/actions.ts';
import { saveMessage } from '#shared/application/messages.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { posted, textOf } from './forms.ts';

const WORDS = 'كلماتي التي كتبتها';
const other = aCase({ assignee: 'salem' });
const absent = aCase().id;
const closed = aCase({ status: 'closed', closing: { at: 1, reason: 'finished' } });
const supportCase = aCase({
  status: 'open',
  assignee: 'huda',
  watchers: ['huda'],
  requests: [
    {
      id: 'r1',
      department: 'planning',
      askedAt: aCase().openedAt,
      dueAt: aCase().openedAt + 1,
      by: 'agent:salem',
    },
  ],
});
/** A request about personal data of a person without mail. Only such a case has the form of an extension. */
const personal = aCase({
  ...{ type: 'data-request', assignee: 'salem', channel: 'phone' },
  beneficiary: { id: 'b-caller', phone: '+966512345604', authenticated: false },
});
const labels = {
  ...{ type: 'report', category: 'lighting', department: 'operations', priority: 'normal' },
  ...{ segment: 'citizen', language: 'ar' },
};

type Fields = Readonly<Record<string, string>>;
/** A wrong field, and the fields that are sent. */
type Row = readonly [wrong: string, fields: Fields];

const ends = (field: string, rest: Fields, ...wrong: readonly string[]): Row[] =>
  wrong.map((value) => [field, { ...rest, [field]: value }]);
const choices = (all: Fields, ...names: readonly string[]): Row[] =>
  names.flatMap((name) => ends(name, all, 'moon', ''));

/** Each action of a case with wrong values in each of its shown fields. An action without typed fields has none. */
const ACTIONS: Readonly<Record<ActionName, readonly Row[]>> = {
  reply: [
    ...ends('text', { cc: '' }, '', '  ', 'x'.repeat(20_001), `${WORDS} {{agent}}`),
    ...ends(
      'cc',
      { text: WORDS },
      'no address',
      'a@example.com، b@',
      Array(11)
        .fill(0)
        .map((_, at) => `a${at}@example.com`)
        .join(),
    ),
    ...ends('thenStatus', { text: WORDS }, 'moon'),
  ],
  'undo-reply': [],
  note: ends('text', {}, '', ' \n ', 'x'.repeat(20_001)),
  contact: [
    ...ends('text', { means: 'phone' }, '', '\t'),
    ...choices({ text: WORDS, means: 'phone' }, 'means'),
    ...ends(
      'happenedAt',
      { text: WORDS, means: 'phone' },
      'أمس',
      '2031-01-01T10:00',
      '2020-01-01T10:00',
      '2026-02-30T10:00',
    ),
  ],
  assign: ends('to', {}, '', 'nobody', '!', '<b>'),
  unassign: [],
  status: ends('to', {}, '', 'moon', 'closed'),
  reclassify: choices(labels, ...Object.keys(labels)),
  correct: [
    ...ends('subject', { words: WORDS }, '', 'x'.repeat(201)),
    ...ends('name', { words: WORDS }, 'x'.repeat(61)),
    ...ends('formOfAddress', { words: WORDS }, 'sir'),
    ...ends('email', { words: WORDS }, 'no address', '0551234567'),
    ...ends('phone', { words: WORDS }, '12', 'norah@example.com'),
    ...ends('district', { words: WORDS }, 'moon'),
    ...ends('service', { words: WORDS }, 'moon'),
    ...ends('words', { name: WORDS }, 'x'.repeat(301)),
    ...ends('position', { words: WORDS }, 'قرب المسجد', '51.5, -0.12', 'https://example.com/'),
  ],
  resolve: [
    ...choices({ ended: 'done', outcome: WORDS }, 'ended'),
    ...ends('outcome', { ended: 'done' }, '', 'x'.repeat(4001)),
  ],
  reopen: [],
  restore: [],
  close: [
    ...choices({ reason: 'finished' }, 'reason'),
    ...ends('duplicateOf', { reason: 'duplicate' }, '', WORDS, absent, supportCase.id),
  ],
  erase: ends('sure', {}, '', '0'),
  promise: ends('dueAt', {}, '', 'غدًا', '2025-01-08T12:00', '2031-01-08T12:00', '2026-01-09T12:00'),
  'withdraw-promise': [],
  ask: [
    ...choices({ department: 'planning', text: WORDS, dueAt: '' }, 'department'),
    ...ends('text', { department: 'planning', dueAt: '' }, 'x'.repeat(20_001)),
    ...ends('dueAt', { department: 'planning', text: WORDS }, 'غدًا', '2025-01-08T12:00', '2031-01-08T12:00'),
  ],
  answer: [
    ...ends('request', { text: WORDS }, '', 'r9', 'moon'),
    ...ends('text', { request: 'r1' }, 'x'.repeat(20_001)),
  ],
  'withdraw-request': [],
  'decide-time': [],
  'hand-over': [
    ...ends('holder', { number: WORDS, dueAt: '' }, '', 'x'.repeat(121)),
    ...ends('number', { holder: WORDS, dueAt: '' }, 'x'.repeat(61)),
    ...ends('dueAt', { holder: WORDS }, 'غدًا', '2025-01-08T12:00', '2031-01-08T12:00'),
  ],
  'take-back': [],
  'extend-period': [
    ...choices({ because: 'effort', text: WORDS, informedBy: 'phone' }, 'because'),
    ...ends('text', { because: 'effort', informedBy: 'phone' }, '', ' \n ', 'x'.repeat(2001)),
    ...ends('informedBy', { because: 'effort', text: WORDS }, 'moon', ''),
  ],
  merge: ends('into', {}, '', WORDS, absent, supportCase.id, closed.id),
  unmerge: [],
  link: [
    ...ends('with', { as: 'related' }, '', WORDS, absent, supportCase.id),
    ...choices({ with: other.id, as: 'related' }, 'as'),
  ],
  unlink: [],
  split: [
    ...ends('message', { type: 'report', category: 'lighting', priority: 'normal' }, '', 'm', 'z'.repeat(26)),
    ...choices(
      { message: '0'.repeat(26), type: 'report', category: 'lighting', priority: 'normal' },
      'type',
      'category',
      'priority',
    ),
  ],
  watch: ends('user', {}, '', 'nobody', 'huda', '!'),
  unwatch: [],
};

const NEW: Fields = {
  ...{ subject: WORDS, text: WORDS, way: 'visit', type: 'inquiry', category: 'other', segment: 'unknown' },
  ...{ language: 'ar', district: '', service: '', name: '', phone: '', email: '', words: '', position: '' },
  ...{ priority: '', happenedAt: '', formOfAddress: '' },
};
const NEW_CASE: readonly Row[] = [
  ...choices(NEW, 'way', 'type', 'category', 'segment', 'language'),
  ...['priority', 'district', 'service', 'formOfAddress'].flatMap((name) => ends(name, NEW, 'moon')),
  ...ends('subject', NEW, '', 'x'.repeat(201)),
  ...ends('text', NEW, '', 'x'.repeat(20_001)),
  ...ends('name', NEW, 'x'.repeat(61)),
  ...ends('email', NEW, 'no address'),
  ...ends('phone', NEW, '12'),
  ...ends('happenedAt', NEW, 'أمس', '2031-01-01T10:00', '2019-01-01T10:00'),
  ...ends('words', NEW, 'x'.repeat(301)),
  ...ends('position', NEW, 'هنا', '51.5, -0.12'),
];

async function started() {
  const console = aConsole({ agent: { user: 'salem', name: 'سالم', roles: ['supervisor'] } });
  for (const one of [supportCase, other, closed, personal]) console.store.seed(one);
  await saveMessage(console.blobs, supportCase.id, {
    ...{ id: '0'.repeat(26), direction: 'in', channel: 'mail', at: supportCase.openedAt, to: [] },
    ...{ from: { name: '', address: 'norah@example.com' }, subject: 'إنارة', text: 'الشارع مظلم' },
    ...{ attachments: [], reasons: [] },
  });
  return console;
}

/** Return the label of the field that a page marks as wrong, without the note that it is optional. */
function labelOf(page: string, name: string): string {
  const fields = [...page.matchAll(/<label\s+class="(?:field|check)">[\s\S]*?<\/label>/gu)].map(
    ([field]) => field,
  );
  const marked = fields.find((field) => field.includes(`name="${name}"`) && field.includes('aria-invalid'));
  const label = /<span>([\s\S]*?)<\/span>/u.exec(marked ?? '')?.[1] ?? `(no marked field ${name})`;
  return textOf(label)
    .replace(/\s*\([^()]*\)$/u, '')
    .trim();
}

/** Check that a refused form names the wrong field as it is labelled there, and has the typed words again. */
async function expectNamed(answer: Response, [name, fields]: Row): Promise<void> {
  const page = (await answer.text()).replaceAll('&#39;', "'");
  expect(page).toMatch(/id="wrong"/u);
  const notice = textOf(/id="wrong">[\s\S]*?<\/ul>/u.exec(page)?.[0] ?? '');
  expect(notice).toContain(`${labelOf(page, name)}: `);
  // One wrong field is one sentence. It has no name of the code.
  expect(page.match(/id="wrong">[\s\S]*?<\/ul>/u)?.[0].match(/<li>/gu)?.length).toBe(1);
  for (const value of Object.values(fields)) if (value.includes(WORDS)) expect(page).toContain(value);
}

describe.each(['ar', 'en'] as const)('in %s', (language) => {
  const headers = { 'Sec-Fetch-Site': 'same-origin', cookie: `language=${language}` };
  const rows = Object.entries(ACTIONS).flatMap(([action, all]) =>
    all.map(([wrong, fields]) => [action, wrong, fields[wrong]?.slice(0, 40), fields] as const),
  );

  it.each(rows)('the form %s names its field %s with %j', async (action, wrong, _, fields) => {
    const { app } = await started();
    const { id, version } = action === 'extend-period' ? personal : supportCase;
    const sent = { token: crypto.randomUUID(), seen: String(version), ...fields };
    const answer = await app.request(`/cases/${id}/${action}`, { ...posted(sent), headers });
    expect([409, 422]).toContain(answer.status);
    await expectNamed(answer, [wrong, fields]);
  });

  it.each(NEW_CASE.map((row) => [row[0], row[1][row[0]]?.slice(0, 40), row] as const))(
    'the form of a new case names its field %s with %j',
    async (_, __, row) => {
      const { app } = await started();
      const token = crypto.randomUUID();
      const answer = await app.request('/cases/new/open', { ...posted({ token, ...row[1] }), headers });
      expect(answer.status).toBe(422);
      await expectNamed(answer, row);
    },
  );
});
