import { expect, test } from 'vitest';
import { ingestMail, type MailIntakeDeps } from '#functions/mail/mail-intake.ts';
import { questionId } from '#functions/mail/question-named.ts';
import { cleanHtml } from '#shared/adapters/mail/clean-html.ts';
import { parseMail } from '#shared/adapters/mail/parse-mail.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { readMessage } from '#shared/application/messages.ts';
import { effectIdOf } from '#shared/application/send-once.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { ownMessageId } from '#shared/domain/mail/own-address.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock, WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { memoryInbox } from '#test/doubles/memory-inbox.ts';
import { testKeys } from '#test/doubles/test-keys.ts';

const by = 'agent:salem' as const;
const PLANNING = 'planning@rida.example';
const planning = shippedRules.departments.get('planning');
if (!planning) throw new Error('the shipped settings have no department "planning"');

/** A department with a delegated address, one whose mailbox is at a provider of the public, and the shipped ones. */
const rules: Rules = {
  ...shippedRules,
  departments: new Map([
    ...shippedRules.departments,
    ['planning', { ...planning, addresses: ['delegate@contractor.example', '@maps.example'] }],
    ['parks', { ...planning, id: 'parks', email: 'parks.town@gmail.com', headEmail: 'parks.head@gmail.com' }],
  ]),
};

interface Written {
  readonly from?: string;
  /** By default the reply address of the case. */
  readonly to?: string;
  readonly subject?: string;
  readonly headers?: readonly string[];
  readonly text?: string;
  readonly dmarc?: 'PASS' | 'FAIL';
  readonly spam?: boolean;
}

interface Row {
  readonly name: string;
  /** Commands after the question to the department. */
  readonly given?: readonly CaseCommand[];
  /** A mail of the department before. */
  readonly first?: Written;
  readonly write: (id: string) => Written;
  /** The requests that are answered after it. */
  readonly answers: readonly string[];
  /** Why its words end no request; undefined when they answer, or when a machine wrote. */
  readonly because?: string;
  /** Whether a case is opened, and with its clocks. */
  readonly opens?: 'with-clocks' | 'aside';
  readonly automatic?: true;
}

const ask = (department = 'planning'): CaseCommand => ({
  do: 'ask-department',
  department,
  asks: false,
  dueAt: T + DAY,
  by,
});
const tagged = (id: string): Written => ({ subject: `Re: [رضا ${id}] طلب إفادة`, to: 'help@rida.example' });
const reference = (id: string, request: string): string =>
  ownMessageId(id, `question-${request}`, 'rida.example');
const questionOf = (id: string, request: string, to: string): string =>
  ownMessageId(id, effectIdOf({ eventId: questionId(id, request), what: 'question', to }), 'rida.example');
const done = (): CaseCommand => ({ do: 'resolve', as: 'done', outcome: 'أُنجز.', by });

/** Mails about a question to the department "planning", by sender, naming and the state of the case. */
const ROWS: readonly Row[] = [
  { name: 'of the mailbox', write: () => ({}), answers: ['r1'] },
  { name: 'of the head', write: () => ({ from: 'planning.head@rida.example' }), answers: ['r1'] },
  { name: 'of a delegated address', write: () => ({ from: 'Delegate@contractor.example' }), answers: ['r1'] },
  {
    name: 'of anybody at a domain of the settings',
    write: () => ({ from: 'ali@gis.maps.example' }),
    answers: ['r1'],
  },
  { name: 'of a colleague at the domain', write: () => ({ from: 'ahmad@rida.example' }), answers: ['r1'] },
  {
    name: 'of a colleague at a subdomain, forwarded by a person, who quotes the question',
    write: (id) => ({
      ...tagged(id),
      from: 'ahmad@plan.rida.example',
      headers: [`References: ${reference(id, 'r1')} <fwd@rida.example>`],
    }),
    answers: ['r1'],
  },
  { name: 'with the reference in the subject only', write: tagged, answers: ['r1'] },
  {
    name: 'with none but In-Reply-To',
    write: (id) => ({
      ...{ subject: 'رد', to: 'help@rida.example' },
      headers: [`In-Reply-To: ${questionOf(id, 'r1', PLANNING)}`],
    }),
    answers: ['r1'],
  },
  {
    name: 'that names the second of two questions by its thread',
    given: [ask()],
    write: (id) => ({ headers: [`References: ${reference(id, 'r2')} <0102@eu-central-1.amazonses.com>`] }),
    answers: ['r2'],
  },
  {
    name: 'that names the second of two questions by In-Reply-To alone',
    given: [ask()],
    write: (id) => ({ headers: [`In-Reply-To: ${questionOf(id, 'r2', PLANNING)}`] }),
    answers: ['r2'],
  },
  {
    name: 'that names neither of two questions',
    given: [ask()],
    write: () => ({}),
    answers: [],
    because: 'unclear',
  },
  {
    name: 'about one of two departments that are asked',
    given: [ask('environment')],
    write: () => ({ from: 'environment@rida.example' }),
    answers: ['r2'],
  },
  {
    name: 'that is a second one: not Sunday but Tuesday',
    first: { text: 'نحضر يوم الأحد.' },
    write: () => ({ text: 'ليس الأحد بل الثلاثاء.' }),
    answers: ['r1'],
    because: 'answered',
  },
  {
    name: 'after the withdrawal',
    given: [{ do: 'withdraw-request', request: 'r1', by }],
    write: () => ({}),
    answers: [],
    because: 'withdrawn',
  },
  {
    name: 'after it passed the question on',
    given: [{ do: 'pass-on', request: 'r1', to: 'environment', by: 'department:planning' }],
    write: () => ({}),
    answers: [],
    because: 'passed-on',
  },
  {
    name: 'after the case was resolved',
    given: [done()],
    write: () => ({}),
    answers: [],
    because: 'withdrawn',
  },
  {
    name: 'after the case was closed',
    given: [{ do: 'close', reason: 'withdrawn', by }],
    write: () => ({ from: 'planning.head@rida.example' }),
    answers: [],
    because: 'withdrawn',
  },
  {
    name: 'after the beneficiary was erased',
    given: [
      { do: 'close', reason: 'finished', by },
      { do: 'erase', because: 'request', by },
    ],
    write: () => ({}),
    answers: [],
    opens: 'aside',
  },
  {
    name: 'of a department that was not asked',
    write: () => ({ from: 'licensing@rida.example' }),
    answers: [],
    because: 'not-asked',
  },
  {
    name: 'of the mailbox, which nothing proves',
    write: () => ({ dmarc: 'FAIL' }),
    answers: [],
    because: 'unproven',
  },
  {
    name: 'of a colleague, whom nothing proves',
    write: () => ({ from: 'ahmad@rida.example', dmarc: 'FAIL' }),
    answers: [],
    opens: 'with-clocks',
  },
  {
    name: 'of a stranger at the public provider of another department',
    given: [ask('parks')],
    write: () => ({ from: 'somebody@gmail.com' }),
    answers: [],
    opens: 'with-clocks',
  },
  {
    name: 'that only says that nobody is in the office',
    write: () => ({
      subject: 'خارج المكتب',
      headers: ['Auto-Submitted: auto-replied'],
      text: 'أعود يوم الأحد.',
    }),
    answers: [],
    automatic: true,
  },
  {
    name: 'of the beneficiary about the same case',
    write: () => ({ from: 'norah@example.com' }),
    answers: [],
  },
];

/** Mails of departments over the real intake. */
export function departmentMailSuite(open: () => { store: Store; blobs: BlobStore }): void {
  const clock = fixedClock();
  let sent = 0;

  const deps = ({ store, blobs }: { store: Store; blobs: BlobStore }): MailIntakeDeps => ({
    ...{ store, blobs, inbox: memoryInbox(blobs), rules: rulesOf(rules), keys: testKeys, clock, cleanHtml },
    parseMail: (raw) => parseMail(raw),
  });

  async function deliver({
    from = PLANNING,
    to = 'help@rida.example',
    subject = 'رد',
    headers = [],
    ...mail
  }: Written) {
    sent += 1;
    const rawKey = `mail/department-${sent}`;
    const raw = [
      ...[
        `From: <${from}>`,
        `To: ${to}`,
        `Message-ID: <department-${sent}@rida.example>`,
        `Subject: ${subject}`,
      ],
      ...[
        ...headers,
        'Content-Type: text/plain; charset=utf-8',
        '',
        mail.text ?? `نفيدكم بأن الفرقة تحضر غدًا ${sent}.`,
      ],
    ].join('\r\n');
    const { blobs, store } = open();
    await blobs.putOnce(rawKey, new TextEncoder().encode(raw), 'message/rfc822');
    const receipt = { rawKey, envelopeFrom: from, recipients: [to], dmarc: mail.dmarc ?? 'PASS' };
    return ingestMail(deps({ blobs, store }), {
      ...receipt,
      spam: false,
      virus: false,
      receivedAt: T + HOUR,
    });
  }

  async function act(id: string, command: CaseCommand, cause: string) {
    const trace = { cause, by, at: T, recordedAt: T, correlationId: cause, causationId: cause };
    const done = await handleCommand({ store: open().store, rules }, { id, command, ...trace });
    if (done.outcome !== 'committed') throw new Error(`${command.do}: ${JSON.stringify(done)}`);
  }

  const loaded = async (id: string): Promise<Case> => {
    const found = await open().store.load('case', id);
    if (!found) throw new Error(`no case ${id}`);
    return found;
  };

  /** Open Norah's case, and ask the department. */
  async function asked(): Promise<string> {
    const opened = await deliver({
      from: 'norah@example.com',
      subject: 'رخصة بناء',
      text: `متى تصدر رخصتي؟ ${sent}`,
    });
    await act(opened.caseRef, ask(), `ask ${opened.caseRef}`);
    return opened.caseRef;
  }

  const replyTo = (id: string): string => `help+${id.replaceAll('-', '')}@rida.example`;

  async function expectOpened(id: string, ref: string, how: 'with-clocks' | 'aside'): Promise<void> {
    expect(ref).not.toBe(id);
    const opened = await loaded(ref);
    expect(opened.status).toBe(how === 'aside' ? 'closed' : 'new');
    if (how === 'aside') expect(opened.related).toBeUndefined();
  }

  /** Nothing is opened, and the case asked about shows the words. */
  async function expectHeard(id: string, taken: object, row: Row, before: Case): Promise<void> {
    expect(taken).toMatchObject({ caseRef: id, outcome: 'appended' });
    const [newest] = await open().store.newestCommits('case', id, { limit: 1 });
    expect(await readMessage(open().blobs, id, newest?.cause ?? '')).toBeDefined();
    const wrote = newest?.events.find(({ type }) => type === 'rida.department.wrote.v1')?.data;
    const { because, answers } = row;
    expect(wrote).toEqual(because === undefined ? undefined : expect.objectContaining({ because }));
    if (row.write(id).from === 'norah@example.com') return;
    // No clock towards the beneficiary begins, and a case that ended stays ended.
    const after = await loaded(id);
    expect(after.facts.filter(({ type }) => type === 'beneficiary-contact')).toEqual([]);
    if (answers.length === 0 || because) expect(after.status).toBe(before.status);
  }

  test.each(ROWS.map((row) => [row.name, row] as const))('a mail %s', async (_, row) => {
    const id = await asked();
    for (const [at, command] of (row.given ?? []).entries()) await act(id, command, `given ${id} ${at}`);
    if (row.first) await deliver({ to: replyTo(id), ...row.first });
    const before = await loaded(id);
    const taken = await deliver({ to: replyTo(id), ...row.write(id) });
    const after = await loaded(id);
    expect(after.requests?.filter(({ ended }) => ended?.how === 'answered').map((one) => one.id)).toEqual(
      row.answers,
    );
    await (row.opens ? expectOpened(id, taken.caseRef, row.opens) : expectHeard(id, taken, row, before));
  });

  test('a mail after the merge is put on the surviving case', async () => {
    const id = await asked();
    const other = await deliver({
      from: 'ali@example.org',
      subject: 'رخصة بناء',
      text: `أين رخصتنا؟ ${sent}`,
    });
    await act(id, { do: 'merge', into: other.caseRef, by }, `merge ${id}`);
    const taken = await deliver({ to: replyTo(id), headers: [`References: ${reference(id, 'r1')}`] });
    expect(taken).toMatchObject({ caseRef: other.caseRef, outcome: 'appended' });
    expect((await loaded(other.caseRef)).facts.map(({ type }) => type)).not.toContain('beneficiary-contact');
  });

  test('a report that the question failed answers nothing', async () => {
    const id = await asked();
    const token = effectIdOf({ eventId: questionId(id, 'r1'), what: 'question', to: PLANNING });
    const messageId = ownMessageId(id, token, 'rida.example');
    await open().store.recordEffect('case', id, {
      id: token,
      at: T,
      what: 'question',
      to: PLANNING,
      token: messageId,
    });
    const headers = ['Auto-Submitted: auto-replied', `In-Reply-To: ${messageId}`];
    const text = `Delivery has failed to these recipients: ${PLANNING}. 550 5.1.1 user unknown`;
    const taken = await deliver({
      from: 'mailer-daemon@rida.example',
      subject: 'Undelivered Mail',
      headers,
      text,
    });
    expect(['appended', 'set-aside']).toContain(taken.outcome);
    expect((await loaded(id)).requests?.[0]?.ended).toBeUndefined();
  });

  test('the same mail twice is one', async () => {
    const id = await asked();
    const one = { to: replyTo(id), headers: [], text: 'الرخصة صدرت.' };
    await deliver(one);
    sent -= 1;
    expect(await deliver(one)).toMatchObject({ outcome: 'duplicate' });
  });
}
