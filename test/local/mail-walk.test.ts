import { expect, test } from 'vitest';
import { type ConsoleAgent, signInAt } from '#infra/demo/agent.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { readMessage } from '#shared/application/messages.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { UNDO_MS } from '#shared/domain/cases/decisions/held-reply.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { aCentre, allCases, aMail, mailsTo } from './support.ts';

const [NORAH, SAAD, OMAR] = ['norah@example.com', 'saad@example.com', 'omar@example.net'];
const REPORT = 'بلاغ: إنارة شارع التحلية مطفأة منذ يومين.';
const from = (address: string) => ({ name: address.split('@')[0] ?? '', address });

/** Hand in the bytes of a mail, with the given header lines. */
const raw = (centre: LocalCentre, sender: string, headers: readonly string[], text: string): Promise<void> =>
  handIn(centre.smtpPort, {
    ...{ from: from(sender), to: 'help@rida.example', subject: '', text: '' },
    raw: Buffer.from(
      [
        `From: ${sender}`,
        'To: help@rida.example',
        ...headers,
        'Content-Type: text/plain; charset=utf-8',
        '',
        text,
      ].join('\r\n'),
    ),
  });

async function newestOf(centre: LocalCentre, address: string): Promise<Case> {
  const found = (await allCases(centre)).filter(({ beneficiary }) => beneficiary.email === address);
  const newest = found.sort((a, b) => b.openedAt - a.openedAt)[0];
  if (!newest) throw new Error(`no case of ${address}`);
  return newest;
}

/** The texts of the messages that came to a case. */
async function textsOf({ store, blobs }: LocalCentre, id: string): Promise<string[]> {
  const causes = (await store.timeline('case', id)).map(({ cause }) => cause);
  const messages = await Promise.all(causes.map((cause) => readMessage(blobs, id, cause)));
  return messages.flatMap((one) => (one?.direction === 'in' ? [one.text] : []));
}

async function walking() {
  const centre = await aCentre();
  await handIn(centre.smtpPort, aMail({ text: REPORT, date: new Date(centre.clock.now()) }));
  await centre.settle();
  const first = await newestOf(centre, NORAH);
  const agent: ConsoleAgent = await signInAt(centre.url, 'maha', 'مها', 'supervisor');
  await centre.advance(HOUR);
  return { centre, first, agent };
}

test('a stranger who answers the acknowledgement of another has a case of their own, linked', async () => {
  const { centre, first, agent } = await walking();
  const [acknowledgement] = await mailsTo(centre, NORAH);
  await handIn(
    centre.smtpPort,
    aMail({
      ...{ from: from(OMAR), messageId: '<omar@example.net>', text: 'أنا جارهم، والإنارة ما زالت مطفأة.' },
      ...{ to: acknowledgement?.replyTo?.address ?? '', subject: `Re: ${acknowledgement?.subject}` },
      inReplyTo: acknowledgement?.messageId ?? '',
    }),
  );
  await centre.settle();
  const his = await newestOf(centre, OMAR);
  expect(his).toMatchObject({ related: first.id, status: 'new' });
  expect(await textsOf(centre, first.id)).toEqual([REPORT]);
  expect(await agent.page(`/cases/${his.id}`)).toContain('المرسل ليس طرفًا في المعاملة المذكورة');
});

test('an answer to a merged case reaches the case that it was merged into', async () => {
  const { centre, first, agent } = await walking();
  await handIn(centre.smtpPort, aMail({ from: from(SAAD), messageId: '<saad@example.com>' }));
  await centre.settle();
  const second = await newestOf(centre, SAAD);
  await agent.act(first.id, 'merge', { into: second.id });
  await centre.settle();
  await handIn(
    centre.smtpPort,
    aMail({ messageId: '<second@example.com>', subject: `متابعة ${first.id}`, text: 'هل من جديد؟' }),
  );
  await centre.settle();
  expect((await textsOf(centre, second.id)).at(-1)).toBe('هل من جديد؟');
  expect(await textsOf(centre, first.id)).toEqual([REPORT]);
  expect(await allCases(centre)).toHaveLength(2);
});

test('another mail with the same Message-ID is one more message, and a second delivery adds nothing', async () => {
  const { centre, first, agent } = await walking();
  const other = aMail({ text: 'كلمات أخرى تحت المعرّف نفسه.', date: new Date(centre.clock.now()) });
  await handIn(centre.smtpPort, other);
  await handIn(centre.smtpPort, other);
  await centre.settle();
  expect(await textsOf(centre, first.id)).toEqual([REPORT, other.text]);
  expect(await agent.page(`/cases/${first.id}`)).toContain('ومحتوى مختلف، وكلتاهما محفوظة');
  // A stranger who knows the id adds nothing to the case.
  await handIn(centre.smtpPort, { ...other, from: from(OMAR), text: 'كلمات غريب.' });
  await centre.settle();
  expect(await textsOf(centre, first.id)).toEqual([REPORT, other.text]);
  expect(await allCases(centre)).toHaveLength(2);
});

test('an absence notice is put on its case, answers nothing and opens nothing again', async () => {
  const { centre, first, agent } = await walking();
  await agent.act(first.id, 'resolve', { ended: 'done', outcome: 'استُبدل المصباح.' });
  await centre.settle();
  const sent = await mailsTo(centre, NORAH);
  const absence = (n: number, sender: string) =>
    raw(
      centre,
      sender,
      [
        ...[`Message-ID: <absence-${n}@example.com>`, 'Auto-Submitted: auto-replied'],
        ...[`Subject: رد تلقائي: ${sent.at(-1)?.subject}`, `In-Reply-To: ${sent.at(-1)?.messageId}`],
      ],
      `أنا خارج المكتب حتى الأحد. ${n}`,
    );
  await absence(1, NORAH);
  await centre.settle();
  const after = await centre.store.load('case', first.id);
  expect(after?.status).toBe('resolved');
  expect(await mailsTo(centre, NORAH)).toHaveLength(sent.length);
  expect(await textsOf(centre, first.id)).toEqual([REPORT, 'أنا خارج المكتب حتى الأحد. 1']);
  expect(await agent.page(`/cases/${first.id}`)).toContain('رسالة آلية');

  // Mails of a stranger with these headers are set aside and marked as unproven, and never put on the case.
  for (let n = 2; n < 6; n += 1) await absence(n, OMAR);
  await centre.settle();
  expect(await textsOf(centre, first.id)).toHaveLength(2);
  const posing = (await allCases(centre)).filter(({ quarantine }) => quarantine === 'machine-mail');
  expect(posing).toHaveLength(4);
  expect(posing.every(({ status, related }) => status === 'closed' && related === first.id)).toBe(true);
  expect(await agent.page(`/cases/${posing[0]?.id}`)).toContain('لم يثبت مصدرها');
  expect(await mailsTo(centre, OMAR)).toEqual([]);
});

test('a form of the website names the citizen, who is answered by agents only', async () => {
  const { centre, agent } = await walking();
  const headers = ['Message-ID: <1@localhost>', 'Subject: form', 'Reply-To: Sara <sara@example.org>'];
  await raw(centre, 'help@rida.example', headers, 'توجد حفرة أمام المدرسة.');
  await raw(
    centre,
    'help@rida.example',
    headers.with(2, 'Reply-To: ali@example.org'),
    'توجد نفايات متراكمة.',
  );
  await centre.settle();
  const hers = await newestOf(centre, 'sara@example.org');
  expect(hers).toMatchObject({ status: 'new', beneficiary: { authenticated: false } });
  expect((await newestOf(centre, 'ali@example.org')).id).not.toBe(hers.id);
  expect(await mailsTo(centre, 'sara@example.org')).toEqual([]);
  expect(await agent.page(`/cases/${hers.id}`)).toContain('sara@example.org');
  await agent.act(hers.id, 'reply', { text: 'وصلنا بلاغك.' });
  await centre.advance(UNDO_MS);
  expect(await mailsTo(centre, 'sara@example.org')).toHaveLength(1);
  expect(await mailsTo(centre, 'help@rida.example')).toEqual([]);
});
