import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ConsoleAgent, signInAt } from '#infra/demo/agent.ts';
import { outcomeLink, respondToOutcome } from '#infra/demo/respondent.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { aCentre, aFolder, allCases, aMail, mailsTo } from './support.ts';

const CANARY = 'canary7f3a';
const ADDRESS = `${CANARY}@example.com`;
const OTHER = `${CANARY}-other@example.com`;
const canary = (text: string): string => `${text} ${CANARY}`;

interface Stage {
  readonly centre: LocalCentre;
  readonly agent: ConsoleAgent;
  readonly person: string;
}

const writes = ({ centre }: Stage, from: string, id: string): Promise<void> =>
  handIn(
    centre.smtpPort,
    aMail({
      ...{ from: { name: canary('Norah'), address: from }, messageId: `<${id}@example.com>` },
      ...{ subject: canary(`Street light ${id}`), text: canary('The light is out.').repeat(40) },
    }),
  );
const caseOf = async ({ centre }: Stage): Promise<string> =>
  (await allCases(centre)).find(({ beneficiary }) => beneficiary.email === ADDRESS)?.id ?? '';
const acting = (action: string, fields: Record<string, string>) => async (stage: Stage) =>
  stage.agent.act(await caseOf(stage), action, fields);

/** The acts of a beneficiary and of those who work for her, in their order. */
const ACTS: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = {
  'her mail': (stage) => writes(stage, ADDRESS, 'one'),
  'a note': acting('note', { text: canary('She called.') }),
  'a reply': acting('reply', { text: canary('We repair it.') }),
  'her second mail': (stage) => writes(stage, ADDRESS, 'two'),
  'a mail from another address of hers': (stage) => writes(stage, OTHER, 'three'),
  'joined addresses': ({ agent, person }) =>
    agent.send(`/people/${person}`, `/people/${person}/join`, { contact: OTHER }),
  'an end': acting('resolve', { ended: 'done', outcome: canary('Repaired.') }),
  'an answer about the outcome': async ({ centre }) => {
    const mails = await mailsTo(centre, ADDRESS);
    const link = mails.flatMap(({ text }) => outcomeLink(text ?? '') ?? []).at(-1);
    if (link === undefined) throw new Error('no question about the outcome was sent');
    const answer = { finished: 'yes', score: 4, comment: canary('Thanks.') } as const;
    await respondToOutcome(link, answer, (ms) => centre.advance(ms));
  },
};

/** Return the files of a folder that contain a text. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    return !name.startsWith('compiled') && statSync(path).isFile() && readFileSync(path).includes(text);
  });
}

const steps = Object.keys(ACTS).map((_, at) => Object.keys(ACTS).slice(0, at + 1));

/** During each act, that is while its consequences are in work, and after the last one. */
const moments = steps.flatMap((acts) => {
  const last = acts.at(-1);
  const during = { last, when: 'during', acts };
  return acts.length === steps.length ? [during, { last, when: 'after', acts }] : [during];
});

test.each(moments)(
  'nothing of a person is in any store who was erased $when $last',
  async ({ when, acts }) => {
    const data = aFolder();
    const centre = await aCentre({ data });
    const agent = await signInAt(centre.url, 'huda', 'هدى', 'supervisor');
    const person = await beneficiaryId(centre.keys, { email: ADDRESS });
    const stage: Stage = { centre, agent, person };
    for (const [at, act] of acts.entries()) {
      await ACTS[act]?.(stage);
      // The first act creates the page of the person.
      if (at < acts.length - 1 || when === 'after' || at === 0) await centre.settle();
    }
    await centre.advance(1000);
    expect(filesWith(data, CANARY)).not.toEqual([]);
    const ids =
      acts.includes('joined addresses') || !acts.includes('a mail from another address of hers')
        ? [person]
        : [person, await beneficiaryId(centre.keys, { email: OTHER })];
    for (const id of ids) await agent.send(`/people/${id}`, `/people/${id}/erase`, { sure: '1' });
    await centre.settle();
    await centre.advance(48 * HOUR);
    await centre.close();
    expect(filesWith(data, CANARY)).toEqual([]);
  },
  60_000,
);
