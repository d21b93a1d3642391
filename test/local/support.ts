import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CentreOptions, LocalCentre } from '#infra/local/centre.ts';
import type { WrittenMail } from '#infra/local/mail/hand-in.ts';
import { openCentre } from '#infra/local/open-centre.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import type { QueueState } from '#shared/ports/store.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { sharedReader } from '#test/doubles/shared-reader.ts';

/** A folder that is removed after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rida-local-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Open a centre on free ports with a fixed clock. The caller closes it. */
export const openTestCentre = (options: Partial<CentreOptions> & { readonly data: string }) =>
  openCentre({
    port: 0,
    'smtp-port': 0,
    'trust-mail': 'loopback',
    below: { now: () => WORKING_MORNING },
    sweepEveryMs: 0,
    pauseMs: 1,
    openReader: sharedReader,
    ...options,
  });

/** An open centre that is closed after the test. */
export async function aCentre(over: Partial<CentreOptions> = {}): Promise<LocalCentre> {
  const centre = await openTestCentre({ ...over, data: over.data ?? aFolder() });
  onTestFinished(() => centre.close());
  return centre;
}

export const aMail = (over: Partial<WrittenMail> = {}): WrittenMail => ({
  from: { name: 'نورة القحطاني', address: 'norah@example.com' },
  to: 'help@rida.example',
  subject: 'إنارة الشارع مطفأة',
  text: 'بلاغ: إنارة شارع التحلية مطفأة منذ يومين والحي مظلم ليلًا.',
  messageId: '<first@example.com>',
  ...over,
});

const STATES: readonly QueueState[] = ['active', 'resolved', 'closed'];

/** Return every case of a centre. */
export async function allCases({ store, rules }: LocalCentre): Promise<Case[]> {
  const { departments } = await rules.current();
  const pages = [...departments.keys()].flatMap((id) =>
    STATES.map((state) => store.queue(id, state, { limit: 10_000 })),
  );
  return (await Promise.all(pages)).flatMap(({ items }) => items);
}

/** Return the only case of a centre. */
export async function onlyCase(centre: LocalCentre): Promise<Case> {
  const [supportCase, ...others] = await allCases(centre);
  if (!supportCase || others.length > 0)
    throw new Error(`expected one case, got ${others.length + (supportCase ? 1 : 0)}`);
  return supportCase;
}

/** Return the mails that the centre sent to an address, oldest first. */
export async function mailsTo({ outbox, parseMail }: LocalCentre, address: string): Promise<ParsedMail[]> {
  const sent = (outbox?.list(1000) ?? []).filter(({ to }) => to.includes(address)).reverse();
  const mails = await Promise.all(
    sent.map(async ({ id }) => parseMail((await outbox?.raw(id)) ?? new Uint8Array())),
  );
  return mails.filter((mail) => mail.kind === 'parsed');
}

/** Return the event types of a case, in order. */
export const eventsOf = async ({ store }: LocalCentre, id: string): Promise<string[]> =>
  (await store.timeline('case', id)).flatMap(({ events }) => events.map(({ type }) => type));
