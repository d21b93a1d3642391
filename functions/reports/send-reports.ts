import { figuresCsv, figuresWorkbook } from '#functions/web/figures/figures-file.ts';
import { type PeriodFigures, readFigures } from '#functions/web/figures/read-figures.ts';
import {
  type FailedRecipient,
  type ReportOptions,
  reportOf,
} from '#functions/web/figures/report/report-of.ts';
import { type DeliverDeps, DeliveryWaits, deliverOnce } from '#shared/application/deliver-once.ts';
import { askedMailId, REPORT_MAILS, reportFailedAt, reportMailId } from '#shared/application/report-mails.ts';
import { staffMessageId } from '#shared/domain/mail/own-address.ts';
import { type AskedReport, mayReceive, periodOf } from '#shared/domain/reports/asked-report.ts';
import { startOfDay } from '#shared/domain/reports/local-day.ts';
import type { Comparison, Period } from '#shared/domain/reports/period.ts';
import { dueReport, REPORT_KINDS, type ReportKind } from '#shared/domain/reports/report-schedule.ts';
import { isPersonal, TABLES } from '#shared/domain/reports/tables.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Language } from '#shared/domain/text/language.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { FigureStore } from '#shared/ports/figure-store.ts';
import type { OutgoingFile } from '#shared/ports/mailer.ts';
import type { RulesSource } from '#shared/ports/outside.ts';
import type { Rasteriser } from '#shared/ports/rasteriser.ts';
import { type BothReports, reportMail } from './report-mail.ts';

export interface SendReportsDeps extends DeliverDeps {
  readonly figures: FigureStore;
  readonly rasteriser: Rasteriser;
  readonly rules: RulesSource;
}

/** The mails of one run, by their outcome. */
export interface ReportsSent {
  readonly sent: number;
  /** The next server does not take them now. The next run tries again. */
  readonly waiting: number;
}

/** Pictures have twice the pixels of their place, for sharp screens. */
const SHARP = 2;
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LANGUAGES: readonly Language[] = ['ar', 'en'];

const domainOf = ({ centre }: Rules): string => centre.helpAddress.split('@')[1] ?? '';

interface Due {
  readonly kind: ReportKind;
  readonly period: Period;
  /** The recipients who do not have it yet. */
  readonly to: readonly string[];
}

/** A report that is mailed: its content, and the proof of each mail. */
interface Mailing {
  readonly what: string;
  readonly period: Period;
  readonly compare: Comparison;
  readonly options: ReportOptions;
  readonly to: readonly string[];
  readonly mailId: (to: string) => string;
}

/** Return the newest report of a kind when it is due, something was counted, and a recipient does not have it yet. */
async function dueOf(deps: SendReportsDeps, rules: Rules, kind: ReportKind): Promise<Due | undefined> {
  const { isSent, hour, to: all } = rules.reports[kind];
  const period = isSent
    ? dueReport(kind, hour, { now: deps.clock.now(), calendar: rules.desk.calendar })
    : undefined;
  if (period === undefined) return undefined;
  const proofs = await Promise.all(
    all.map((to) =>
      deps.store.effect(REPORT_MAILS.kind, REPORT_MAILS.id, reportMailId({ report: kind, period, to })),
    ),
  );
  const to = all.filter((_, at) => proofs[at] === undefined || proofs[at].waits !== undefined);
  if (to.length === 0) return undefined;
  // A centre that counted nothing, such as a new one, has nothing to report.
  return (await deps.figures.range(period.from, period.to)).length > 0 ? { kind, period, to } : undefined;
}

/** Return the recipients whom the report before did not reach. */
async function failedOf(
  deps: SendReportsDeps,
  rules: Rules,
  { kind, period }: Due,
): Promise<FailedRecipient[]> {
  const before = dueReport(kind, 0, {
    ...{ now: startOfDay(period.to) + DAY - 1, calendar: rules.desk.calendar },
  });
  if (before === undefined) return [];
  const found = await Promise.all(
    rules.reports[kind].to.map(async (address) => {
      const at = await reportFailedAt(deps.store, { report: kind, period: before, to: address });
      return at === undefined ? [] : [{ address, at }];
    }),
  );
  return found.flat();
}

const contentIdIn =
  (domain: string) =>
  (language: Language, name: string): string =>
    `${name}-${language}@${domain}`;

/** Draw the pictures of a report in both languages, as files that its HTML shows inline. */
async function pictureFiles(
  { rasteriser }: SendReportsDeps,
  reports: BothReports,
  contentIdOf: ReturnType<typeof contentIdIn>,
): Promise<OutgoingFile[]> {
  const files: OutgoingFile[] = [];
  for (const language of LANGUAGES)
    for (const { name, svg, width } of reports[language].pictures)
      files.push({
        ...{ name: `${name}-${language}.png`, type: 'image/png', contentId: contentIdOf(language, name) },
        content: await rasteriser.png(svg, width * SHARP),
      });
  return files;
}

/** Return the figures of the report as files. The work of single persons is in none of them. */
async function sheets(given: PeriodFigures, rules: Rules): Promise<OutgoingFile[]> {
  const { from, to } = given.period;
  const view = { language: 'ar', rules } as const;
  const tables = TABLES.filter((table) => !isPersonal(table));
  return [
    {
      ...{ name: `figures-${from}-${to}.xlsx`, type: SPREADSHEET },
      content: await figuresWorkbook(given, tables, view),
    },
    {
      ...{ name: `figures-${from}-${to}.csv`, type: 'text/csv' },
      content: await figuresCsv(given, undefined, view),
    },
  ];
}

/** Send one report to its recipients. A recipient whose mail waits does not stop the others. */
async function sendOne(deps: SendReportsDeps, rules: Rules, mailing: Mailing): Promise<ReportsSent> {
  const { what, period, compare, options, to, mailId } = mailing;
  const { centre, desk } = rules;
  const now = deps.clock.now();
  const given = await readFigures(deps.figures, { now, calendar: desk.calendar }, { ...period, compare });
  const inLanguage = (language: Language) => reportOf(given, { language, rules, now }, options);
  const reports = { ar: inLanguage('ar'), en: inLanguage('en') };
  const contentIdOf = contentIdIn(domainOf(rules));
  const page = `${centre.publicUrl}/figures/report?from=${period.from}&to=${period.to}&compare=${compare}`;
  const mail = reportMail({ reports, page, site: centre.publicUrl, centre, contentIdOf });
  const attachments = [...(await pictureFiles(deps, reports, contentIdOf)), ...(await sheets(given, rules))];
  let [sent, waiting] = [0, 0];
  for (const address of to) {
    const effectId = mailId(address);
    try {
      await deliverOnce(deps, {
        ...{ about: REPORT_MAILS, effectId, what, to: address, mail, attachments },
        from: { name: centre.name.ar, address: centre.helpAddress },
        messageId: staffMessageId(effectId, centre.helpAddress),
        references: [],
        autoSubmitted: 'auto-generated',
      });
      sent += 1;
    } catch (error) {
      if (!(error instanceof DeliveryWaits)) throw error;
      waiting += 1;
    }
  }
  return { sent, waiting };
}

/** Send a report that is due by the schedule. */
async function sendDue(deps: SendReportsDeps, rules: Rules, due: Due): Promise<ReportsSent> {
  const { kind, period, to } = due;
  return sendOne(deps, rules, {
    ...{ what: `report-${kind}`, period, compare: 'before', to },
    options: { kind, failed: await failedOf(deps, rules, due) },
    mailId: (address) => reportMailId({ report: kind, period, to: address }),
  });
}

/** Send a report that somebody asked for. A person who may no longer read the figures does not receive it. */
async function sendAsked(deps: SendReportsDeps, rules: Rules, asked: AskedReport): Promise<ReportsSent> {
  const { id, compare, recipients } = asked;
  const one = await sendOne(deps, rules, {
    ...{ what: 'report-asked', period: periodOf(asked), compare, options: {} },
    ...{ to: mayReceive(recipients, rules), mailId: (address: string) => askedMailId(id, address) },
  });
  if (one.waiting === 0) await deps.figures.saveAsked({ ...asked, sentAt: deps.clock.now() }, 'known');
  return one;
}

/**
 * Send the reports that are due, each once to each recipient, and those that somebody asked for. A report that was
 * missed while the centre was off is sent when it runs again, as long as the next one is not due.
 */
export async function sendReports(deps: SendReportsDeps): Promise<ReportsSent> {
  const rules = await deps.rules.current();
  let [sent, waiting] = [0, 0];
  const add = (one: ReportsSent): void => {
    sent += one.sent;
    waiting += one.waiting;
  };
  for (const kind of REPORT_KINDS) {
    const due = await dueOf(deps, rules, kind);
    if (due !== undefined) add(await sendDue(deps, rules, due));
  }
  for (const asked of await deps.figures.askedReports())
    if (asked.sentAt === undefined) add(await sendAsked(deps, rules, asked));
  return { sent, waiting };
}
