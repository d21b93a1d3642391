import { beforeAll, describe, expect, inject, it } from 'vitest';
import { seenField } from '#functions/web/absence/absence-page.ts';
import { type ActionName, actionNames } from '#functions/web/cases/actions/actions.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { saveMessage } from '#shared/application/messages.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import type { Reference } from '#shared/domain/cases/reference.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { aBeneficiary, aReference } from '#test/builders/a-case.ts';
import { aConsoleOver, shippedRules } from '#test/builders/a-console.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { simultaneous } from '#test/doubles/overtaking-store.ts';
import { createTable, localClient } from '../table-definition.ts';
import { HELD, MESSAGE, OTHER, type SameMoment, sameMoments, setAside } from './acts.ts';

const rules = shippedRules();
const TRIES = 4;

let done = 0;
async function command(store: Store, id: string, one: CaseCommand, at = WORKING_MORNING): Promise<void> {
  done += 1;
  const cause = causeId(`before ${done}`);
  const trace = { cause, at, recordedAt: at, correlationId: cause, causationId: cause };
  const { outcome } = await handleCommand(
    { store, rules },
    { id, command: one, by: 'agent:noura', ...trace },
  );
  if (outcome !== 'committed') throw new Error(`${one.do} was ${outcome}`);
}

const opening = (id: Reference, more: object = {}): CaseCommand => ({
  ...{ do: 'open', id, type: 'report', category: 'lighting', department: 'operations' },
  ...{ subject: 'إنارة', beneficiary: aBeneficiary(), segment: 'citizen', channel: 'mail', language: 'ar' },
  ...{ priority: 'normal', ...more },
});

const posted = (fields: Readonly<Record<string, string>>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers: { 'Sec-Fetch-Site': 'same-origin' },
});

/** Two supervisors, or one in two windows, at the same data. Their first commits wait for each other. */
function twoAgents(store: Store, blobs: MemoryBlobs, second = 'salem') {
  const together = simultaneous(store, 2);
  const agent = (user: string) =>
    aConsoleOver(together, { blobs, agent: { user, name: user, roles: ['supervisor'] } }).app;
  return [agent('huda'), agent(second)] as const;
}

/** Prepare a case, send both forms at the same moment, and return the pages and the case. */
async function sent(store: Store, action: ActionName, row: SameMoment) {
  const blobs = new MemoryBlobs();
  const [id, other] = [aReference(), aReference()];
  let held = '';
  const named = <T>(value: T): T =>
    JSON.parse(
      JSON.stringify(value).replaceAll(`"${OTHER}"`, `"${other}"`).replaceAll(`"${HELD}"`, `"${held}"`),
    );
  await command(store, id, opening(id, row.setAside ? setAside : {}));
  await command(store, other, opening(other));
  for (const one of row.given ?? []) await command(store, id, named(one));
  await saveMessage(blobs, id, {
    ...{ id: MESSAGE, direction: 'in', at: WORKING_MORNING, text: 'رسالة', channel: 'mail', to: [] },
    ...{ from: { name: '', address: 'norah@example.com' }, subject: '', attachments: [], reasons: [] },
  });
  const { version, heldReply } = (await store.load('case', id)) as Case;
  held = heldReply?.message ?? '';
  const form = (fields: object) =>
    posted({ token: crypto.randomUUID(), seen: String(version), ...named(fields) });
  const [huda, salem] = twoAgents(store, blobs);
  const answers = await Promise.all([
    huda.request(`/cases/${id}/${action}`, form(row.first)),
    salem.request(`/cases/${id}/${action}`, form(row.second)),
  ]);
  const pages = await Promise.all(
    answers.map(async (one) => ({ status: one.status, text: await one.text() })),
  );
  return { pages, timeline: await store.timeline('case', id), before: version, id };
}

const typedIn = ({ text, outcome }: Readonly<Record<string, string>>): string | undefined => text ?? outcome;

/** Two people act at the same moment, over any store. */
function sameMomentSuite(storeOf: () => Store): void {
  it.each(actionNames)('%s', async (action) => {
    const row = sameMoments[action];
    const { pages, timeline, before } = await sent(storeOf(), action, row);
    const statuses = pages.map(({ status }) => status).sort();
    expect(statuses).toEqual(row.both ? [303, 303] : [303, 409]);
    expect(timeline).toHaveLength(before + (row.both ? 2 : 1));
    const refused = pages.findIndex(({ status }) => status === 409);
    if (refused < 0) return;
    expect(pages[refused]?.text.match(/role="alert"/gu)?.length).toBe(1);
    const typed = typedIn(refused === 0 ? row.first : row.second);
    if (typed !== undefined) expect(pages[refused]?.text).toContain(typed);
  });

  it(`of two replies the beneficiary gets one, in ${TRIES} of ${TRIES} tries`, async () => {
    for (let n = 0; n < TRIES; n += 1) {
      const { id } = await sent(storeOf(), 'reply', sameMoments.reply);
      await command(storeOf(), id, { do: 'tick' }, WORKING_MORNING + MINUTE);
      const replies = (await storeOf().timeline('case', id)).flatMap(({ events }) =>
        events.filter(({ type }) => type === 'rida.message.sent.v1'),
      );
      expect(replies).toHaveLength(1);
    }
  });

  it('the preferences of a beneficiary', async () => {
    const store = storeOf();
    const id = `b-${crypto.randomUUID()}`;
    const one = aReference();
    await command(store, one, opening(one, { beneficiary: aBeneficiary({ id }) }));
    const [huda, salem] = twoAgents(store, new MemoryBlobs());
    const form = (fields: Record<string, string>) =>
      posted({ token: crypto.randomUUID(), seen: '0', ...fields });
    const answers = await Promise.all([
      huda.request(`/people/${id}/prefer`, form({ surveys: '1' })),
      salem.request(`/people/${id}/prefer`, form({ calls: '1' })),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await store.load('person', id))?.optOuts).toHaveLength(1);
    const page = await answers.find(({ status }) => status === 409)?.text();
    expect(page).toContain('تغيّر سجل المستفيد بعد أن فتحت هذه الصفحة');
  });

  it('an absence', async () => {
    const store = storeOf();
    const user = 'huda';
    const seen = String((await store.load('staff', user))?.version ?? 0);
    const [one, other] = twoAgents(store, new MemoryBlobs(), user);
    const form = (until: string) =>
      posted({ token: crypto.randomUUID(), user, from: '2026-01-06T08:00', until, [seenField(user)]: seen });
    const answers = await Promise.all([
      one.request('/absence/plan', form('2026-01-08T08:00')),
      other.request('/absence/plan', form('2026-01-11T08:00')),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const page = await answers.find(({ status }) => status === 409)?.text();
    expect(page).toContain('تغيّر هذا الغياب بعد أن فتحت هذه الصفحة');
    expect(page).toMatch(/name="until" value="2026-01-(08|11)T08:00"/u);
  });
}

describe('two people act at the same moment, over SQLite', () => {
  const store = new SqliteStore(openDatabase(':memory:'));
  sameMomentSuite(() => store);
});

const endpoint = inject('dynamodb');
describe.runIf(endpoint)('two people act at the same moment, over DynamoDB', () => {
  const client = localClient(endpoint ?? '');
  const store = new DynamoStore({ client, table: 'same-moment' });
  beforeAll(() => createTable(client, 'same-moment'));
  sameMomentSuite(() => store);
});
