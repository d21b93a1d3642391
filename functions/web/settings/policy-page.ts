import { caseStatus, caseType, channel, segment } from '#events/vocabulary.ts';
import {
  CLOCK_NAMES,
  PAUSABLE_CLOCKS,
  PRIORITIES,
  type SlaPolicy,
  TARGETED_CLOCKS,
} from '#shared/domain/sla/policy.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import { workingAmount } from '#shared/domain/text/working-amount.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import { type Html, html } from '../shell/http/html.ts';
import {
  channelLabel,
  clockLabel,
  priorityLabel,
  segmentLabel,
  statusLabel,
  typeLabel,
} from '../shell/text/labels.ts';
import { editForm } from './edit-form.ts';
import { calendarOptions, categoryOptions, departmentOptions, priorityOptions } from './field-options.ts';
import { settingsPage } from './frame.ts';
import {
  disabled,
  fieldTrouble,
  fieldValue,
  inputId,
  lineInput,
  type SettingsFormContext,
  selectInput,
  setInput,
  valueAt,
} from './inputs.ts';
import { anyClock, policyText, reopeningLabel, rungAction, rungTells } from './policy-text.ts';
import type { Option } from './settings-field.ts';
import { APART } from './value-text.ts';

const options = (labels: Readonly<Record<string, Bilingual>>, values = Object.keys(labels)): Option[] =>
  values.flatMap((value): Option[] => (labels[value] ? [[value, labels[value]]] : []));

const statuses = options(statusLabel, caseStatus.options);
const clocks: readonly Option[] = [['any', anyClock], ...options(clockLabel, [...CLOCK_NAMES])];

function conditions(context: SettingsFormContext): Html {
  const { settings } = context;
  const w = policyText[context.view.language];
  const lists: readonly (readonly [string, Bilingual, readonly Option[]])[] = [
    ['types', { ar: 'النوع', en: 'Type' }, options(typeLabel, caseType.options)],
    ['priorities', { ar: 'الأولوية', en: 'Priority' }, priorityOptions],
    ['segments', { ar: 'فئة المستفيد', en: 'Segment' }, options(segmentLabel, segment.options)],
    ['channels', { ar: 'القناة', en: 'Channel' }, options(channelLabel, channel.options)],
    ['departments', { ar: 'الإدارة', en: 'Department' }, departmentOptions(settings)],
    ['categories', { ar: 'التصنيف', en: 'Category' }, categoryOptions(settings)],
  ];
  return html`<section class="card"><h2>${w.conditions}</h2>
<p class="faint">${w.conditionsHint}</p>${fieldTrouble(context, 'when').text}${lists.map(
    ([name, label, choices]) =>
      setInput(context, { name: `when.${name}`, label: label[context.view.language], options: choices }),
  )}</section>`;
}

function targets(context: SettingsFormContext): Html {
  const { language } = context.view;
  const w = policyText[language];
  const box = (name: string, label: string) => {
    const { mark, text } = fieldTrouble(context, name);
    return html`<input id="${inputId(name)}" name="${name}" aria-label="${label}" dir="ltr" inputmode="numeric"
  maxlength="9" value="${fieldValue(context, name)}"${mark}${disabled(context)}>${text}`;
  };
  return html`<section class="card"><h2>${w.targets}</h2>
<p class="faint">${w.targetsHint}</p>${fieldTrouble(context, 'targets').text}
<div class="scroll" tabindex="0"><table class="targets"><thead><tr><td>
</td>${TARGETED_CLOCKS.map((clock) => html`<th scope="col">${clockLabel[clock][language]}</th>`)}</tr></thead>
<tbody>${PRIORITIES.map(
    (priority) =>
      html`<tr><th scope="row">${priorityLabel[priority][language]}</th>${TARGETED_CLOCKS.map(
        (clock) =>
          html`<td data-label="${clockLabel[clock][language]}">${box(
            `targets.${priority}.${clock}Minutes`,
            `${priorityLabel[priority][language]}: ${clockLabel[clock][language]}`,
          )}</td>`,
      )}</tr>`,
  )}</tbody></table></div></section>`;
}

const percent = (share: unknown): string =>
  typeof share === 'number' ? String(Math.round(share * 1000) / 10) : '';

function ladder(context: SettingsFormContext): Html {
  const { view, settings, prefix, locked, typed } = context;
  const { language } = view;
  const w = policyText[language];
  const steps = valueAt(settings, `${prefix}.ladder`);
  const count = Array.isArray(steps) ? steps.length : 0;
  const rungs = [...Array(count + (locked ? 0 : 1)).keys()].map((at) => {
    const name = `ladder.${at}`;
    const number = (field: string, label: string) =>
      lineInput(context, { name: `${name}.${field}`, label, dir: 'ltr', numeric: true });
    const choose = (field: string, label: Bilingual, choices: readonly Option[]) =>
      selectInput(context, { name: `${name}.${field}`, label: label[language], options: choices });
    const labelOf = (field: string, labels: Readonly<Record<string, Bilingual>>) =>
      labels[fieldValue(context, `${name}.${field}`)]?.[language];
    const share = percent(valueAt(settings, `${prefix}.${name}.atShare`));
    const after = valueAt(settings, `${prefix}.${name}.afterBreachMinutes`);
    const when =
      share !== ''
        ? `\u2066${share}%\u2069`
        : typeof after === 'number'
          ? w.afterBreach(workingAmount(after * MINUTE, language, { inDays: false }))
          : undefined;
    const summary = [
      labelOf('action', rungAction),
      labelOf('clock', { ...clockLabel, any: anyClock }),
      labelOf('tell', rungTells),
      when,
    ].filter((word) => word !== undefined);
    const open = [...(context.wrong?.keys() ?? [])].some(
      (field) => field === name || field.startsWith(`${name}.`),
    );
    return html`<details class="row rung"${open ? html` open` : ''}>
<summary>${at < count ? `${at + 1}. ${summary.join(APART)}` : w.newRung}</summary><div class="fields-beside">
${choose('action', { ar: 'الإجراء', en: 'Action' }, options(rungAction))}
${choose('clock', { ar: 'الموعد', en: 'Clock' }, clocks)}
${choose('tell', { ar: 'يُبلَّغ', en: 'Tells' }, options(rungTells))}
${lineInput(context, {
  name: `${name}.atShare`,
  label: w.share,
  dir: 'ltr',
  numeric: true,
  inForce: percent(valueAt(settings, `${prefix}.${name}.atShare`)),
})}
${number('afterBreachMinutes', w.after)}
${number('level', language === 'ar' ? 'المستوى' : 'Level')}
${number('repeat.everyMinutes', w.everyMinutes)}
${number('repeat.times', w.times)}
</div>${fieldTrouble(context, name).text}${
      at < count &&
      !locked &&
      html`<label class="check remove"><input type="checkbox" name="remove" value="${name}"${
        (typed?.get('remove') ?? []).includes(name) ? html` checked` : ''
      }><span>${w.removeRow}</span></label>`
    }</details>`;
  });
  return html`<section class="card"><h2>${w.ladder}</h2><p class="faint">${w.ladderHint}</p>${rungs}</section>`;
}

/** Return the page of a service level: its conditions, targets, pauses and escalations. */
export function policyPage(
  context: SettingsFormContext,
  version: number,
  policy: SlaPolicy | undefined,
): Html {
  const { view, settings } = context;
  const { language } = view;
  const w = policyText[language];
  return settingsPage(view, {
    title: policy ? policy.name[language] : w.add,
    here: 'policies',
    body: editForm(
      context,
      {
        action: `/settings/policies/${policy?.id ?? '~add'}`,
        version,
        entry: policy?.name[language],
        isNew: !policy,
      },
      html`<section class="card">
<div class="fields-beside">${lineInput(context, { name: 'name.ar', label: w.nameAr })}${lineInput(context, {
        name: 'name.en',
        label: w.nameEn,
      })}
${selectInput(context, { name: 'calendarId', label: w.calendar, options: calendarOptions(settings) })}
${selectInput(context, { name: 'reopening', label: w.reopening, options: options(reopeningLabel) })}</div></section>
${targets(context)}
${conditions(context)}
<section class="card">
<h2>${w.pausing}</h2>${PAUSABLE_CLOCKS.map((clock) =>
        setInput(context, {
          name: `pauseStatuses.${clock}`,
          label: clockLabel[clock][language],
          options: statuses,
        }),
      )}
${setInput(context, { name: 'finalStatuses', label: w.final, options: statuses })}</section>
${ladder(context)}`,
    ),
  });
}

type RungDraft = Record<string, unknown>;

/** Drop the fields that an escalation's action does not use, and the share of a breach, which is fixed. */
export function tidyRungs(document: Readonly<Record<string, unknown>>): void {
  const policies = document.policies as readonly { ladder?: readonly RungDraft[] }[];
  for (const rung of policies.flatMap(({ ladder: rungs }) => rungs ?? [])) {
    if (rung.action === 'escalate') delete rung.atShare;
    else {
      delete rung.afterBreachMinutes;
      delete rung.repeat;
    }
    if (rung.action === 'breach') rung.atShare = 1;
  }
}
