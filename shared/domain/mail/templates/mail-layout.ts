import type { Language } from '#shared/domain/text/language.ts';
import { isolateRuns } from '#shared/domain/text/text-runs.ts';
import { escapeHtml, safeHref } from './escape.ts';
import { direction, FONT, INK, inlineHtml, side } from './inline-html.ts';
import { partHtml, partText, type SectionPart } from './section-parts.ts';

/** A rendered mail, with its template and version. */
export interface RenderedMail {
  readonly template: string;
  readonly version: number;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A labelled value. References and links are `ltr` in both languages. */
export interface FactRow {
  readonly label: string;
  readonly value: string;
  readonly ltr?: boolean;
  /** Link of the label. */
  readonly href?: string;
}

/** A further table of facts, with its heading and paragraphs above it. */
export interface FactTable {
  readonly title?: string | undefined;
  readonly paragraphs: readonly string[];
  readonly facts: readonly FactRow[];
}

/** The section of one language. */
export interface Section {
  readonly language: Language;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly facts?: readonly FactRow[];
  readonly tables?: readonly FactTable[];
  /** Tables and pictures after the facts, in their order. */
  readonly parts?: readonly SectionPart[];
  readonly action?: { readonly label: string; readonly href: string };
  /** A small link at the end: how to stop such mails. */
  readonly leave?: { readonly label: string; readonly href: string };
}

/** The signature of the centre. */
export interface SigningCentre {
  readonly name: Readonly<Record<Language, string>>;
  /** The telephone number as people dial it. */
  readonly phone: string | null;
}

function signature(centre: SigningCentre, language: Language): string[] {
  const call = language === 'ar' ? 'هاتف المركز' : 'Telephone';
  return [centre.name[language], ...(centre.phone === null ? [] : [`${call}: ${centre.phone}`])];
}

function tableText({ title, paragraphs, facts }: FactTable): string[] {
  const lines = [
    ...(title === undefined ? [] : [title, '']),
    ...paragraphs.flatMap((paragraph) => [isolateRuns(paragraph), '']),
  ];
  if (facts.length > 0) lines.push(...facts.map(({ label, value }) => `${label}: ${isolateRuns(value)}`), '');
  return lines;
}

function sectionText(
  { title, paragraphs, facts = [], tables = [], parts = [], action, leave, language }: Section,
  centre: SigningCentre,
): string {
  // A heading that repeats the title of the mail is left out.
  const further = tables.map((table) => (table.title === title ? { ...table, title: undefined } : table));
  const lines = [{ title, paragraphs, facts }, ...further].flatMap(tableText);
  for (const part of parts) lines.push(...partText(part), '');
  if (action) lines.push(`${action.label}:`, safeHref(action.href), '');
  const left = leave ? ['', `${leave.label}: ${safeHref(leave.href)}`] : [];
  return [...lines, ...signature(centre, language).map(isolateRuns), ...left].join('\n');
}

function factRow({ label, value, ltr, href }: FactRow, language: Language): string {
  const cell = `padding:8px 12px;border-bottom:1px solid #e5e7eb;${FONT};font-size:15px;line-height:1.6;text-align:${side(language)}`;
  const named =
    href === undefined
      ? escapeHtml(label)
      : `<a href="${escapeHtml(safeHref(href))}" style="color:#0f766e"><bdi dir="ltr">${escapeHtml(label)}</bdi></a>`;
  const shown = ltr ? `<bdi dir="ltr">${escapeHtml(value)}</bdi>` : inlineHtml(value);
  return `<tr><td style="${cell};color:#6b7280;white-space:nowrap" valign="top">${named}</td><td width="100%" style="${cell};color:${INK};font-weight:bold">${shown}</td></tr>`;
}

function factTable(facts: readonly FactRow[], language: Language): string {
  if (facts.length === 0) return '';
  const rows = facts.map((fact) => factRow(fact, language)).join('');
  return `<table role="presentation" dir="${direction(language)}" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:16px 0;background-color:#f9fafb">${rows}</table>`;
}

function button({ label, href }: { label: string; href: string }, language: Language): string {
  return `<table role="presentation" align="${side(language)}" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="#0f766e" style="padding:12px 24px;border-radius:6px"><a href="${escapeHtml(safeHref(href))}" style="${FONT};font-size:16px;color:#ffffff;text-decoration:none;font-weight:bold">${escapeHtml(label)}</a></td></tr></table><div style="clear:both;line-height:8px">&nbsp;</div>`;
}

function sectionHtml(section: Section, centre: SigningCentre): string {
  const { language, title, paragraphs, facts = [], tables = [], parts = [], action, leave } = section;
  const align = `text-align:${side(language)};direction:${direction(language)}`;
  const paragraphHtml = (paragraph: string) =>
    `<p style="margin:0 0 12px;${FONT};font-size:16px;line-height:1.7;color:${INK};${align}">${inlineHtml(paragraph)}</p>`;
  const heading = (text: string | undefined) =>
    text === undefined || text === title
      ? ''
      : `<h2 style="margin:24px 0 12px;${FONT};font-size:17px;color:${INK};${align}">${escapeHtml(text)}</h2>`;
  const body = [{ paragraphs, facts }, ...tables]
    .map(
      (table: FactTable) =>
        `${heading(table.title)}${table.paragraphs.map(paragraphHtml).join('')}${factTable(table.facts, language)}`,
    )
    .join('');
  const small = `${FONT};font-size:14px;line-height:1.6;color:#6b7280;${align}`;
  const signed = signature(centre, language).map(inlineHtml).join('<br>');
  const left = leave
    ? `<p style="margin:16px 0 0;${small}"><a href="${escapeHtml(safeHref(leave.href))}" style="color:#6b7280">${escapeHtml(leave.label)}</a></p>`
    : '';
  return `<tr><td dir="${direction(language)}" lang="${language}" align="${side(language)}" style="padding:24px 28px;border-top:4px solid #0f766e;overflow-wrap:anywhere;word-break:break-word;${align}"><h1 style="margin:0 0 16px;${FONT};font-size:20px;color:#0f766e;${align}">${escapeHtml(title)}</h1>${body}${parts.map((part) => partHtml(part, language)).join('')}${action ? button(action, language) : ''}<p style="margin:16px 0 0;${small}">${signed}</p>${left}</td></tr>`;
}

/**
 * Render a mail for clients that support only tables and inline styles (Outlook renders with Word's engine):
 * one column of at most 600 pixels, and each section with its own direction, in the given order. The
 * attribute is the width for Outlook, the style that for all other clients.
 */
export function layOutMail(
  identity: Pick<RenderedMail, 'template' | 'version' | 'subject'>,
  sections: readonly [Section, ...Section[]],
  centre: SigningCentre,
): RenderedMail {
  const { language } = sections[0];
  const rows = sections.map((section) => sectionHtml(section, centre)).join('');
  return {
    ...identity,
    text: `${sections.map((section) => sectionText(section, centre)).join('\n\n────────────\n\n')}\n`,
    html: `<!DOCTYPE html><html lang="${language}" dir="${direction(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(identity.subject)}</title></head><body style="margin:0;padding:0;background-color:#eef2f5"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#eef2f5"><tr><td align="center" style="padding:24px 8px"><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="width:100%;max-width:600px;table-layout:fixed;background-color:#ffffff">${rows}</table></td></tr></table></body></html>\n`,
  };
}

/** Order the sections: the recipient's language first. */
export function byLanguage(language: Language, ar: Section, en: Section): [Section, Section] {
  return language === 'ar' ? [ar, en] : [en, ar];
}
