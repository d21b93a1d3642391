import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { oneAddress, sitesOf } from '#functions/web/one-address.ts';
import { SITE_PATHS } from '#functions/web/paths.ts';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { saveMessage } from '#shared/application/messages.ts';
import { indexWholeCase } from '#shared/application/search/index-case.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import { hiddenFrom } from '#shared/domain/staff/permissions.ts';
import { ROLES, type Role } from '#shared/domain/staff/role.ts';
import { rowOf, rowPath } from '#shared/domain/staff/route-access.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase, aReference } from '#test/builders/a-case.ts';
import { aConsole, salem, shippedRules } from '#test/builders/a-console.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { posted } from './forms.ts';

/** The values of two people, which no page of a masked role contains. */
const NAME = 'هيلة عبد المحسن الزامل';
const OTHER_NAME = 'Waleed Qorashi';
const EMAIL = 'hailah.zamil@mailbox.example';
const REPLY_TO = 'w.qorashi@other.example';
const PHONE = '+966558123467';
const CANARIES = [
  ...['هيلة', 'المحسن', 'الزامل', 'زامل', 'Waleed', 'Qorashi', 'qorashi'],
  ...['hailah.zamil', 'mailbox.example', 'other.example'],
  ...['558123467', '0558123467', '055 812 3467', '٠٥٥٨١٢٣٤٦٧', '٠٥٥ ٨١٢ ٣٤٦٧', '8123467', '3467'],
  '1098765432',
];
const WORDS = [
  `أنا ${NAME}، وجوالي 055 812 3467 أو ٠٥٥٨١٢٣٤٦٧، وهويتي 1098765432.`,
  `راسلوني على ${EMAIL} أو <${REPLY_TO}>، ولهيلة وللزامل الشكر، ٠٥٥ ٨١٢ ٣٤٦٧.`,
].join('\n\n');

const message: Message = {
  ...{ id: 'opening', direction: 'in', channel: 'mail', at: WORKING_MORNING },
  from: { name: NAME, address: EMAIL },
  ...{ to: ['help@rida.example'], cc: [REPLY_TO], replyTo: REPLY_TO, otherReplyTo: [REPLY_TO] },
  ...{ subject: `شكوى ${NAME}`, text: WORDS, fullText: `${WORDS}\n> ${WORDS}`, html: `<p>${WORDS}</p>` },
  attachments: [{ name: `هوية ${NAME} 0558123467.pdf`, type: 'application/pdf', size: 3, key: 'cases/x/1' }],
  ...{ rawKey: 'raw/1', reasons: ['sender-not-authenticated'] },
};

async function aCentre() {
  const made = aConsole({ agent: { ...salem, roles: ['supervisor'] } });
  const { store, blobs, keys, search } = made;
  const rules = shippedRules();
  const id = aReference();
  const person = await beneficiaryId(keys, { email: EMAIL });
  const beneficiary = {
    id: person,
    name: NAME,
    email: EMAIL,
    answerTo: REPLY_TO,
    phone: PHONE,
    authenticated: true,
  };
  const { type, category, department, segment, channel, language, priority } = aCase();
  const trace = (cause: string, at: number) =>
    ({ cause, by: 'beneficiary', at, recordedAt: at, correlationId: cause, causationId: cause }) as const;
  await saveMessage(blobs, id, message);
  await blobs.put('cases/x/1', new TextEncoder().encode(WORDS), 'application/pdf');
  await blobs.put('raw/1', new TextEncoder().encode(WORDS), 'message/rfc822');
  const opening = {
    ...({ do: 'open', id, type, category, department, segment, channel, language, priority } as const),
    ...{ subject: message.subject, beneficiary, place: { words: `منزل ${NAME}، ${PHONE}` } },
  };
  await handleCommand({ store, rules }, { id, command: opening, ...trace('opening', WORKING_MORNING) });
  const other = aReference();
  await handleCommand(
    { store, rules },
    { id: other, command: { ...opening, id: other }, ...trace('other', WORKING_MORNING + MINUTE) },
  );
  const act = async (action: string, fields: Record<string, string>) => {
    const { version: seen = 0 } = (await store.load('case', id)) ?? {};
    const token = crypto.randomUUID();
    const body = posted({ token, seen: String(seen), ...fields });
    const { status } = await made.app.request(`/cases/${id}/${action}`, body);
    if (status !== 303) throw new Error(`${action}: ${status}`);
  };
  await act('note', { text: WORDS });
  await act('reply', { text: WORDS });
  const facts = { subject: `شكوى ${OTHER_NAME}`, name: OTHER_NAME, email: REPLY_TO, phone: '0558123467' };
  await act('correct', { ...facts, words: `منزل ${NAME}` });
  await act('correct', {
    ...facts,
    name: NAME,
    email: EMAIL,
    subject: message.subject,
    words: `منزل ${NAME}`,
  });
  await store.recordEffect('case', id, {
    ...{ id: 'e-1', at: WORKING_MORNING + 5, what: 'acknowledgement', to: EMAIL, token: 't' },
  });
  const called = {
    source: 'record',
    initiatedAt: WORKING_MORNING - HOUR,
    endedAt: WORKING_MORNING - HOUR + MINUTE,
  } as const;
  await updateCall(store, {
    ...{ id: 'c-1', cause: 'told', at: WORKING_MORNING - HOUR, recordedAt: WORKING_MORNING - HOUR },
    facts: [called, { caseRef: id, line: 'general', language: 'ar', recording: 'on' }],
  });
  await made.app.request(
    '/calls-out/list',
    posted({ token: crypto.randomUUID(), list: '0558123467,رخصة بناء,2026-01-02' }),
  );
  await made.app.request(
    '/calls-out/call-back',
    posted({ token: crypto.randomUUID(), reference: id, purpose: 'follow-up' }),
  );
  await act('resolve', { ended: 'done', outcome: WORDS });
  for (const one of [id, other]) await indexWholeCase({ store, blobs, search }, one);
  const { beneficiary: now } = (await store.load('case', id)) ?? { beneficiary };
  return { ...made, id, other, person: now.id };
}
type Centre = Awaited<ReturnType<typeof aCentre>>;

const as = ({ deps }: Centre, role: Role) =>
  sitesOf({
    ...deps,
    signIn: { ...deps.signIn, session: async () => ({ user: 'amal', name: 'أمل', roles: [role] }) },
  });

/** The addresses of every page that the role may open, with usual values and queries. */
function addressesOf(sites: Readonly<Record<string, Hono>>, { id, other, person }: Centre): string[] {
  const paths = Object.values(sites)
    .flatMap(({ routes }) => routes)
    .filter(({ method, path }) => method === 'GET' && rowOf(path)?.GET !== 'public')
    .map(({ path }) =>
      rowPath(path)
        .replace('/people/:id', `/people/${person}`)
        .replace('/calls/:id', '/calls/c-1')
        .replace(':reference', id)
        .replace(':message', 'opening')
        .replace(/:\w+/gu, '1'),
    );
  const searches = [
    NAME,
    'الزامل',
    EMAIL,
    PHONE,
    '0558123467',
    '3467',
    OTHER_NAME,
    'شكوى',
    id,
    'هويتي 1098765432',
  ];
  return [
    ...paths,
    ...searches.map((q) => `/search?q=${encodeURIComponent(q)}`),
    ...['state=resolved', 'state=closed', 'rows=100&sort=opened'].map((query) => `/cases?${query}`),
    ...['purpose=follow-up', 'purpose=evaluation&listing=finished'].map((query) => `/calls-out?${query}`),
    ...[`/cases/${other}`, `/cases/${id}?before=3`, '/figures?as=csv'],
  ];
}

/** The page without the words that the reader typed. */
const withoutQuery = (page: string, path: string): string => {
  const q = new URL(path, 'http://x').searchParams.get('q');
  return q === null ? page : page.replaceAll(q, '').replace(/(?:to|q)=[^"&]*/gu, '');
};

/** Return the values of a person that the answer at a path shows. */
async function canariesAt(app: Hono, path: string, language: string): Promise<string[]> {
  const answer = await app.request(path, { headers: { cookie: `language=${language}` } });
  const page = `${answer.headers.get('location') ?? ''} ${withoutQuery(await answer.text(), path)}`;
  // Numbers and names are isolated by markup, which a reader does not see.
  const shown = page.replace(/<\/?bd[io][^>]*>/gu, '').replace(/[\u2066\u2069]/gu, '');
  return CANARIES.filter((canary) => shown.includes(canary));
}

describe.each(ROLES)('the pages of the role %s', (role) => {
  let centre: Centre;
  const isMasked = hiddenFrom([role]).size > 0;
  beforeAll(async () => {
    centre = await aCentre();
  });

  it(isMasked ? 'contain no value of a person' : 'answer', async () => {
    const sites = as(centre, role);
    const app = oneAddress(SITE_PATHS, sites);
    const found = new Set<string>();
    for (const path of addressesOf(sites, centre))
      for (const language of ['ar', 'en'])
        for (const one of await canariesAt(app, path, language)) found.add(`${path}: ${one}`);
    if (isMasked) expect([...found]).toEqual([]);
    else if (role !== 'administrator')
      expect(CANARIES.filter((one) => ![...found].some((at) => at.endsWith(`: ${one}`)))).toEqual([]);
  });

  it(isMasked ? 'find no case by personal data' : 'find cases by personal data', async () => {
    const app = oneAddress(SITE_PATHS, as(centre, role));
    for (const q of [
      NAME,
      'هيلة',
      'الزامل',
      EMAIL,
      PHONE,
      '055 812 3467',
      '3467',
      OTHER_NAME,
      '1098765432',
    ]) {
      const answer = await app.request(`/search?q=${encodeURIComponent(q)}`);
      const page = await answer.text();
      const isFound = page.includes(centre.id) || (answer.headers.get('location') ?? '').includes(centre.id);
      if (isMasked) expect([q, isFound]).toEqual([q, false]);
    }
    if (role !== 'administrator') {
      const byReference = await app.request(`/search?q=${centre.id}`);
      expect(byReference.headers.get('location')).toBe(`/cases/${centre.id}`);
      expect(await (await app.request('/search?q=شكوى')).text()).toContain(centre.id);
    }
  });
});
