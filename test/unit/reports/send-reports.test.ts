import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { simpleParser } from 'mailparser';
import { beforeEach, describe, expect, it } from 'vitest';
import { type SesMailEvent, sesMailEvent } from '#events/inbound/ses-mail-event.ts';
import { recordMailFeedback } from '#functions/mail/mail-feedback.ts';
import { sendReports } from '#functions/reports/send-reports.ts';
import { readFigures } from '#functions/web/figures/read-figures.ts';
import { reportOf } from '#functions/web/figures/report/report-of.ts';
import { askedFailedAt } from '#shared/application/report-mails.ts';
import type { AskedReport } from '#shared/domain/reports/asked-report.ts';
import type { Language } from '#shared/domain/text/language.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import type { OutgoingMail } from '#shared/ports/mailer.ts';
import { SendingFailure } from '#shared/ports/sending-failure.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { World } from '../functions/world.ts';

const SUPERVISOR = 'supervisor@rida.example';
const LEADERSHIP = 'leadership@rida.example';
/** The day before the Sunday morning of the clock. */
const SATURDAY = '2026-01-03';
const COUNTS = {
  ...{ 'opened|mail|report': 12, 'arrived|case': 12, 'score|mail|5': 8, 'score|mail|1': 1 },
  ...{ 'opened-in|operations': 12, 'resolution|kept|operations': 20, 'breached|resolution|operations': 10 },
};

let world: World;
beforeEach(async () => {
  world = new World();
  await world.figures.save({ day: SATURDAY, shard: 0, version: 1, counts: COUNTS }, []);
});

const recipients = () => world.mailer.sent.map(({ to }) => to[0]);
const parsed = (at: number) => simpleParser(Buffer.from(world.mailer.sent[at]?.raw ?? []));

const bounce = (mail: { readonly tags?: Readonly<Record<string, string>> } | undefined): SesMailEvent => {
  const sample = new URL('../../../events/samples/inbound/ses-mail-event.json', import.meta.url);
  const event = sesMailEvent.parse(JSON.parse(readFileSync(sample, 'utf8')));
  const tags = Object.fromEntries(Object.entries(mail?.tags ?? {}).map(([name, tag]) => [name, [tag]]));
  return { ...event, detail: { ...event.detail, mail: { ...event.detail.mail, tags } } };
};

describe('reports by mail', () => {
  it('are sent once to each recipient, however often the function runs', async () => {
    expect(await sendReports(world)).toEqual({ sent: 2, waiting: 0 });
    expect(await sendReports(world)).toEqual({ sent: 0, waiting: 0 });
    expect(recipients()).toEqual([SUPERVISOR, LEADERSHIP]);
  });

  it('have the recipients and the hour of the settings, and are not sent when they are turned off', async () => {
    const { daily, weekly } = world.inForce.reports;
    world.set({
      reports: {
        daily: { ...daily, isSent: false },
        weekly: { ...weekly, to: ['a@city.example', 'b@city.example'] },
        monthly: { isSent: true, hour: 8, to: [LEADERSHIP] },
      },
    });
    expect(await sendReports(world)).toEqual({ sent: 2, waiting: 0 });
    expect(recipients()).toEqual(['a@city.example', 'b@city.example']);
    expect((await parsed(0)).subject).toContain('2025-12-28 – 2026-01-03');
  });

  it('are not sent before their hour', async () => {
    world.set({ reports: { ...world.inForce.reports, daily: { isSent: true, hour: 11, to: [SUPERVISOR] } } });
    await sendReports(world);
    expect(recipients()).toEqual([LEADERSHIP]);
    world.clock.advance(HOUR);
    await sendReports(world);
    expect(recipients()).toEqual([LEADERSHIP, SUPERVISOR]);
  });

  it('are not sent about a time without any event', async () => {
    world = new World();
    expect(await sendReports(world)).toEqual({ sent: 0, waiting: 0 });
  });

  it('that were missed are sent when the centre runs again, the newest of each kind', async () => {
    for (const [at, day] of ['2026-01-12', '2026-01-15', '2026-01-20'].entries())
      await world.figures.save({ day, shard: 0, version: 1, counts: { 'arrived|case': at + 1 } }, []);
    world.clock.advance(17 * DAY);
    await sendReports(world);
    const subjects = await Promise.all(
      world.mailer.sent.map(async (_, at) => (await parsed(at)).subject?.replaceAll(/[\u2066\u2069]/gu, '')),
    );
    expect(subjects).toEqual(['التقرير اليومي: 2026-01-20', 'التقرير الأسبوعي: 2026-01-11 – 2026-01-17']);
  });

  it('that the server does not take are tried again, and do not stop those to others', async () => {
    const send = world.mailer.send.bind(world.mailer);
    world.mailer.send = async (mail: OutgoingMail) => {
      if (mail.to[0]?.address === SUPERVISOR) throw new SendingFailure('busy', 'greylisted');
      return send(mail);
    };
    expect(await sendReports(world)).toEqual({ sent: 1, waiting: 1 });
    world.mailer.send = send;
    world.clock.advance(HOUR);
    expect(await sendReports(world)).toEqual({ sent: 1, waiting: 0 });
    expect(recipients()).toEqual([LEADERSHIP, SUPERVISOR]);
  });

  it('show the same cells as the report of the page, in both languages, within 100 KB', async () => {
    await sendReports(world);
    const { html, text = '', attachments } = await parsed(1);
    const given = await readFigures(
      world.figures,
      { now: world.clock.now(), calendar: shippedRules.desk.calendar },
      { from: '2025-12-28', to: SATURDAY, compare: 'before' },
    );
    const shown = String(html).replaceAll(/<\/?bd[io][^>]*>/gu, '');
    for (const language of ['ar', 'en'] as readonly Language[]) {
      const report = reportOf(given, { language, rules: shippedRules, now: world.clock.now() });
      for (const { rows } of [report.tiles, report.departments, report.late, report.weeks])
        for (const cell of rows.flat()) expect(shown).toContain(cell);
      for (const sentence of report.sentences) expect(shown).toContain(sentence);
      for (const { sentence } of report.pictures) expect(text).toContain(sentence.split(':')[0]);
    }
    expect(Buffer.byteLength(String(html))).toBeLessThan(100 * 1024);
    expect(attachments.map(({ filename }) => filename)).toContain('figures-2025-12-28-2026-01-03.csv');
  });

  it('have the figures as a workbook and as CSV with the same cells, without the work of single persons', async () => {
    await world.figures.save(
      { day: '2026-01-01', shard: 0, version: 1, counts: { 'worked-by|noura|3': 9 } },
      [],
    );
    await sendReports(world);
    const { attachments } = await parsed(1);
    const content = (ending: string) =>
      attachments.find(({ filename }) => filename?.endsWith(ending))?.content;
    const { sheets } = await readXlsx(new Uint8Array(content('.xlsx') ?? []));
    const csv: string[][] = parse(content('.csv') ?? '', { bom: true });
    const plain = (cell: unknown) =>
      cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '');
    expect(sheets[0]?.rows.map((row) => row.map(plain))).toEqual(csv);
    const departments = sheets.find(({ name }) => name === 'الإدارات');
    expect(departments?.rows[1]?.slice(0, 6)).toEqual(['operations', 'التشغيل والصيانة', 12, 0, 0.6667, 30]);
    expect(JSON.stringify(sheets)).not.toContain('noura');
    const bytes = Buffer.byteLength(world.mailer.sent[1]?.raw ?? '');
    expect(bytes).toBeLessThan(1024 * 1024);
  });

  it('have their pictures in themselves, each named once by the HTML, from the third week on', async () => {
    const picturesOf = async (at: number) => {
      const mail = await simpleParser(Buffer.from(world.mailer.sent[at]?.raw ?? []), { keepCidLinks: true });
      const pictures = mail.attachments.filter(({ contentType }) => contentType === 'image/png');
      const named = [...String(mail.html).matchAll(/src="cid:([^"]+)"/gu)].map(([, id]) => `<${id}>`);
      expect(pictures.map(({ contentId }) => contentId).sort()).toEqual(named.sort());
      expect(String(mail.html)).not.toMatch(/<svg|<script|<style/u);
      return pictures.length;
    };
    await sendReports(world);
    expect(await picturesOf(1)).toBe(0);
    for (const day of ['2025-12-20', '2025-12-27'])
      await world.figures.save({ day, shard: 0, version: 1, counts: COUNTS }, []);
    world.clock.advance(7 * DAY);
    await world.figures.save({ day: '2026-01-10', shard: 0, version: 1, counts: COUNTS }, []);
    await sendReports(world);
    const later = await Promise.all(world.mailer.sent.map((_, at) => picturesOf(at)));
    expect(Math.max(...later)).toBeGreaterThan(0);
  });

  describe('that somebody asked for', () => {
    const asked: AskedReport = {
      ...{ id: 'asked-1', from: '2025-12-07', to: SATURDAY, compare: 'last-year', by: 'huda', at: 1 },
      recipients: [LEADERSHIP, 'huda@rida.example', 'gone@rida.example'],
    };
    const huda = {
      ...{ user: 'huda', name: { ar: 'هدى', en: 'Huda' }, email: 'huda@rida.example' },
      ...{ departments: ['operations'], skills: [], languages: [], capacity: 9 },
    };

    it('are sent once, only to people who may read figures at that time', async () => {
      world.set({
        staff: new Map([
          ['huda', { ...huda, roles: ['leader'] }],
          ['gone', { ...huda, user: 'gone', email: 'gone@rida.example', roles: ['administrator'] }],
        ]),
      });
      await sendReports(world);
      await world.figures.saveAsked(asked, 'new');
      expect(await sendReports(world)).toEqual({ sent: 2, waiting: 0 });
      expect(recipients().slice(2)).toEqual([LEADERSHIP, 'huda@rida.example']);
      const { subject = '', html, attachments } = await parsed(2);
      expect(subject).toContain('2025-12-07 – 2026-01-03');
      expect(Buffer.byteLength(String(html))).toBeLessThan(100 * 1024);
      expect(attachments.map(({ filename }) => filename)).toContain('figures-2025-12-07-2026-01-03.xlsx');
      expect(await world.figures.askedReports()).toEqual([{ ...asked, sentAt: world.clock.now() }]);
      expect(await sendReports(world)).toEqual({ sent: 0, waiting: 0 });
    });

    it('wait with the server that does not take one, and come once to each', async () => {
      await sendReports(world);
      await world.figures.saveAsked({ ...asked, recipients: [LEADERSHIP, SUPERVISOR] }, 'new');
      const send = world.mailer.send.bind(world.mailer);
      world.mailer.send = async (mail: OutgoingMail) => {
        if (mail.to[0]?.address === SUPERVISOR) throw new SendingFailure('busy', 'greylisted');
        return send(mail);
      };
      expect(await sendReports(world)).toEqual({ sent: 1, waiting: 1 });
      world.mailer.send = send;
      world.clock.advance(HOUR);
      await sendReports(world);
      expect(recipients().slice(2)).toEqual([LEADERSHIP, SUPERVISOR]);
      expect((await world.figures.askedReports())[0]?.sentAt).toBe(world.clock.now());
    });

    it('say on the page whom they did not reach', async () => {
      await sendReports(world);
      await world.figures.saveAsked(asked, 'new');
      await sendReports(world);
      await recordMailFeedback(world, bounce(world.mailer.sent.at(-1)));
      expect(await askedFailedAt(world.store, asked.id, LEADERSHIP)).toBeDefined();
      expect(await askedFailedAt(world.store, 'asked-2', LEADERSHIP)).toBeUndefined();
    });
  });

  it('name a recipient whom the report before did not reach', async () => {
    await sendReports(world);
    const [daily, weekly] = world.mailer.sent;
    expect((await recordMailFeedback(world, bounce(weekly))).outcomes).toEqual(['recorded']);
    expect((await recordMailFeedback(world, bounce(weekly))).outcomes).toEqual([]);
    await world.figures.save({ day: '2026-01-10', shard: 0, version: 1, counts: COUNTS }, []);
    world.clock.advance(7 * DAY);
    await sendReports(world);
    expect((await parsed(3)).text).toContain('لم يصل آخر تقرير أُرسل إلى');
    expect((await parsed(3)).text).toContain(LEADERSHIP);
    expect((await parsed(2)).text).not.toContain('did not arrive');
    expect(daily?.tags).not.toEqual(weekly?.tags);
  });

  it('say nothing that the data do not carry: one week is compared with none', async () => {
    await sendReports(world);
    expect((await parsed(1)).text).not.toMatch(/rose from|fell from|ارتفع من|انخفض من/u);
  });
});
