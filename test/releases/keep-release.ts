import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import { signInAt } from '#infra/demo/agent.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { buildExample } from '#infra/local/example/build-example.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { openCentre } from '#infra/local/open-centre.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { factsOf } from './kept-facts.ts';
import { packFolder } from './packed-folder.ts';

/** A Tuesday afternoon of working time. */
const UNTIL = Date.parse('2026-01-06T11:00:00Z');

const NORAH = { name: 'نورة القحطاني', address: 'norah@example.com' };

/** Mails over SMTP: short, with a file that is too large for the database, and for the administrator. */
async function sendMails({ smtpPort }: LocalCentre): Promise<void> {
  const at = (n: number) => ({ messageId: `<kept-${n}@example.com>`, date: new Date(UNTIL) });
  await handIn(smtpPort, {
    ...{ from: NORAH, to: 'help@rida.example', subject: 'حفرة عميقة أمام المدرسة' },
    ...{ text: 'بلاغ: حفرة عميقة أمام مدرسة الحي منذ أسبوع، رقم جوالي 0501234567.', ...at(1) },
  });
  const raw = await new MailComposer({
    ...{ from: 'norah@example.com', to: 'help@rida.example', subject: 'Photo of the broken lamp', ...at(2) },
    text: 'The lamp beside my house is broken. A photo is attached.',
    attachments: [
      { content: Buffer.alloc(200_000, 'photo'), filename: 'lamp.jpg', contentType: 'image/jpeg' },
    ],
  })
    .compile()
    .build();
  const plain = { from: NORAH, to: 'help@rida.example', subject: '', text: '' };
  await handIn(smtpPort, { ...plain, raw });
  await handIn(smtpPort, {
    ...plain,
    to: 'admin@rida.example',
    subject: 'Certificate',
    text: 'Renew it.',
    ...at(3),
  });
}

/** Answer, note, ask a department and resolve, as staff does. */
async function work({ url, store, rules, settle }: LocalCentre): Promise<void> {
  const agent = await signInAt(url, 'huda', 'هدى', 'supervisor');
  const { departments } = await rules.current();
  const lists = await Promise.all(
    [...departments.keys()].map((id) => store.queue(id, 'active', { limit: 1_000 })),
  );
  const all = lists.flatMap(({ items }) => items);
  const [hole, lamp] = ['حفرة عميقة أمام المدرسة', 'Photo of the broken lamp'].map(
    (subject) => all.find((one) => one.subject === subject)?.id ?? '',
  );
  if (!hole || !lamp) throw new Error('the mails became no cases');
  await agent.act(hole, 'reply', { text: 'سنعاين الموقع غدًا صباحًا.' });
  await agent.act(hole, 'note', { text: 'اتصلنا بالمقاول، أمر العمل 77-1234.' });
  await agent.act(hole, 'ask', { department: 'planning', dueAt: '', text: 'هل الشارع ضمن مشروع التوسعة؟' });
  await agent.act(lamp, 'resolve', { ended: 'done', outcome: 'The lamp was replaced.' });
  await settle();
}

/**
 * Keep a data folder as the released version writes it, and the facts that its pages tell, for all later versions.
 * Run it once for each release: the folder of a version never changes.
 */
async function main(): Promise<void> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const kept = join('test/releases', version);
  if (existsSync(`${kept}.folder`))
    throw new Error(`${kept}.folder is kept already; a release never changes`);
  const data = mkdtempSync(join(tmpdir(), 'rida-release-'));
  try {
    await buildExample({ cases: 60, days: 1, staff: 20, until: UNTIL, data });
    const at = UNTIL + HOUR;
    const centre = await openCentre({
      ...{ data, port: 0, 'smtp-port': 0, 'trust-mail': 'loopback', sweepEveryMs: 0, pauseMs: 1 },
      below: { now: () => at },
    });
    await sendMails(centre);
    await centre.settle();
    await work(centre);
    const facts = await factsOf(centre, data, at + MINUTE);
    await centre.close();
    packFolder(data, `${kept}.folder`);
    writeFileSync(`${kept}.json`, `${JSON.stringify(facts, undefined, 1)}\n`);
    const words = Object.values(facts.pages).flat().length;
    console.log(
      `${kept}: ${Object.keys(facts.cases).length} cases, ${words} written texts on ${Object.keys(facts.pages).length} pages`,
    );
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

await main();
