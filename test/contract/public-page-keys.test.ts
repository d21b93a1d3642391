import { beforeAll, describe, expect, inject, it } from 'vitest';
import { surveyApp } from '#functions/web/public/survey-app.ts';
import { DynamoQuotaStore } from '#shared/adapters/aws/dynamo-quota-store.ts';
import { DynamoSettingsStore } from '#shared/adapters/aws/dynamo-settings-store.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { surveyToken } from '#shared/application/tokens/survey-token.ts';
import { trackingToken } from '#shared/application/tokens/tracking-token.ts';
import { unsubscribeToken } from '#shared/application/tokens/unsubscribe-token.ts';
import { DAY, SECOND } from '#shared/domain/time/instant.ts';
import { deployedRules } from '#shared/settings/deployed-rules.ts';
import { fixedClock, WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { opened } from './changes.ts';
import { createTable, localClient } from './table-definition.ts';

const endpoint = inject('dynamodb');
const table = 'public-pages';

/** The partitions that the role of the pages may read, and write. The template test compares them. */
const READABLE = /^(case#|person#|quota#guesses-|settings$|shards$)/u;
const WRITABLE = /^(case#|person#|quota#guesses-|shards$)/u;

interface Seen {
  readonly command: string;
  readonly partitions: readonly string[];
  readonly index: boolean;
}

/** Return the partition of each item that a request names, at any depth. */
const partitionsIn = (value: unknown): string[] => {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const text = (inner as { S?: string } | null)?.S;
    if ((name === 'pk' || name === ':pk' || name === ':partition') && text !== undefined) return [text];
    return partitionsIn(inner);
  });
};

describe.runIf(endpoint)('the pages without a sign-in', () => {
  const seen: Seen[] = [];
  const client = localClient(endpoint ?? '');
  client.middlewareStack.add(
    (next, context) => (args) => {
      const input = args.input as { IndexName?: string };
      seen.push({
        command: String(context.commandName),
        partitions: partitionsIn(input),
        index: input.IndexName !== undefined,
      });
      return next(args);
    },
    { step: 'build' },
  );
  const clock = fixedClock();
  const at = { client, table, dueShards: 1, figureShards: 1 };
  const store = new DynamoStore(at);
  const keys = hmacKeys(async () => new Uint8Array(32).fill(7));
  const errors: Error[] = [];
  const app = surveyApp({
    store,
    rules: deployedRules(new DynamoSettingsStore(at), clock, '{}'),
    clock,
    keys,
    quotas: new DynamoQuotaStore(at),
    onError: (error) => errors.push(error),
  });
  const nonceOf = async (link: string) =>
    /name="nonce" value="([^"]+)"/u.exec(await (await app.request(link)).text())?.[1] ?? '';
  const post = (link: string, fields: Record<string, string>) =>
    app.request(link, { method: 'POST', body: new URLSearchParams(fields) });

  beforeAll(() => createTable(client, table));

  it('read and write only partitions of their role, and no index', async () => {
    const expiresAt = WORKING_MORNING + 14 * DAY;
    const supportCase = await opened(store, {
      status: 'resolved',
      resolution: { at: WORKING_MORNING, by: 'agent:salem', outcome: 'done' },
      survey: { state: 'invited', invitation: 's0', at: WORKING_MORNING, expiresAt },
    });
    seen.length = 0;
    const survey = `/s/${await surveyToken(keys, { reference: supportCase.id, invitation: 's0', expiresAt })}`;
    const nonce = await nonceOf(survey);
    clock.advance(3 * SECOND);
    const answered = await post(survey, { nonce, finished: 'no', score: '2' });
    const tracked = await post('/t', { reference: supportCase.id, contact: 'a@b.sa' });
    const guessed = await post('/t', { reference: supportCase.id, contact: 'other@b.sa' });
    const link = await app.request(`/s/t/${await trackingToken(keys, supportCase.id)}`);
    const token = await unsubscribeToken(keys, supportCase.id);
    const unsubscribe = `/s/u/${token}`;
    const shown = await app.request(unsubscribe);
    const out = await post(unsubscribe, { nonce: await nonceOf(unsubscribe), wants: 'opt-out' });
    const answers = [answered, tracked, guessed, link, shown, out];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(errors).toEqual([]);
    const writes = seen.filter(({ command }) => /Put|Delete|Update|Write/u.test(command));
    expect(writes.length).toBeGreaterThan(2);
    expect(seen.filter(({ index }) => index)).toEqual([]);
    for (const { command, partitions } of seen) {
      expect(partitions, command).not.toEqual([]);
      const allowed = /Put|Delete|Update|Write/u.test(command) ? WRITABLE : READABLE;
      for (const partition of partitions) expect(partition, command).toMatch(allowed);
    }
  });
});
