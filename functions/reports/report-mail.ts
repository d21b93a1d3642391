import type { Report } from '#functions/web/figures/report/report.ts';
import { reportText } from '#functions/web/figures/report/report-text.ts';
import {
  byLanguage,
  layOutMail,
  type RenderedMail,
  type Section,
  type SigningCentre,
} from '#shared/domain/mail/templates/mail-layout.ts';
import type { SectionPart } from '#shared/domain/mail/templates/section-parts.ts';
import type { Language } from '#shared/domain/text/language.ts';

/** The report in both languages. */
export type BothReports = Readonly<Record<Language, Report>>;

interface ReportMailValues {
  readonly reports: BothReports;
  /** The address of the report in the figures. */
  readonly page: string;
  /** The address of the site, without a slash at its end. */
  readonly site: string;
  readonly centre: SigningCentre;
  /** Return the Content-ID of a picture. */
  readonly contentIdOf: (language: Language, name: string) => string;
}

function partsOf(
  report: Report,
  contentIdOf: (name: string) => string,
  addressOf: (path: string) => string,
): SectionPart[] {
  const table = ({ title, columns, rows, paths }: Report['tiles']): SectionPart[] =>
    rows.length === 0
      ? []
      : [
          { part: 'heading', text: title },
          {
            part: 'table',
            columns,
            rows,
            addresses: paths.map((row) => row.map((one) => one && addressOf(one))),
          },
        ];
  return [
    ...table(report.tiles),
    ...report.pictures.map(
      ({ name, sentence, width, height }): SectionPart => ({
        ...{ part: 'picture', contentId: contentIdOf(name), sentence, width, height },
      }),
    ),
    ...table(report.departments),
    ...table(report.late),
    { part: 'heading', text: report.changesTitle },
    { part: 'list', items: report.changes },
    ...table(report.weeks),
    { part: 'heading', text: report.notesTitle },
    { part: 'list', items: report.notes },
  ];
}

/** Render a report as a mail in both languages. Its pictures are files of the same mail. */
export function reportMail({ reports, page, site, centre, contentIdOf }: ReportMailValues): RenderedMail {
  const section = (language: Language): Section => {
    const report = reports[language];
    return {
      ...{ language, title: report.title, paragraphs: [report.period, ...report.sentences] },
      parts: partsOf(
        report,
        (name) => contentIdOf(language, name),
        (path) => `${site}${path}`,
      ),
      action: { label: reportText[language].openReport, href: page },
    };
  };
  const identity = { template: 'report', version: 1, subject: reports.ar.title };
  return layOutMail(identity, byLanguage('ar', section('ar'), section('en')), centre);
}
