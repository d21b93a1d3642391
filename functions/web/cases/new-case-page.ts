import { caseType, language as languages, priority, segment } from '#events/vocabulary.ts';
import { OTHER_CATEGORY } from '#shared/domain/mail/data/category-names.ts';
import { consolePage } from '../shell/console-page.ts';
import { sentenceAbout } from '../shell/form-fields.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { channelLabel, priorityLabel, segmentLabel, typeLabel } from '../shell/text/labels.ts';
import { districtName, serviceName, type View } from '../shell/view.ts';
import type { Choice } from './actions/action-form.ts';
import { formChoices, orNone } from './actions/correct-form.ts';
import { choicesOf, namedChoices } from './actions/label-choices.ts';
import { WAYS } from './new-case.ts';
import { actionText } from './text/action-text.ts';
import { languageLabel } from './text/desk-event-text.ts';
import { newCaseText } from './text/new-case-text.ts';

/** The fields as they were typed, or given in the address of the page. */
type Typed = Readonly<Record<string, unknown>>;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

/** The inputs of one form, with the typed values and the marks of the wrong fields. */
function inputs(typed: Typed, wrong: readonly string[]) {
  const value = (name: string, first = ''): string =>
    typeof typed[name] === 'string' ? String(typed[name]) : first;
  const mark = (name: string): Html | string =>
    wrong.some((one) => one === name || one.startsWith(`${name}.`)) ? html` aria-invalid="true"` : '';
  const labelled = ({ label, hint }: Field, input: Html): Html =>
    html`<label class="field"><span>${label}</span>${
      hint !== undefined && html`<small>${hint}</small>`
    }${input}</label>`;
  return {
    value,
    line: (field: Field, longest: number, { dir = 'auto', required = false } = {}): Html =>
      labelled(
        field,
        html`<input name="${field.name}" dir="${dir}" maxlength="${longest}" autocomplete="off"
  value="${value(field.name)}"${required && html` required`}${mark(field.name)}>`,
      ),
    select: (field: Field, choices: readonly Choice[], first = ''): Html =>
      labelled(
        field,
        html`<select name="${field.name}"${mark(field.name)}>${choices.map(
          (one) =>
            html`<option value="${one.value}"${
              one.value === value(field.name, first) ? html` selected` : ''
            }>${one.label}</option>`,
        )}</select>`,
      ),
    area: (field: Field): Html =>
      labelled(
        field,
        html`<textarea name="${field.name}" rows="6" dir="auto" maxlength="20000" required${mark(field.name)}>${value(
          field.name,
        )}</textarea>`,
      ),
    time: (field: Field): Html =>
      labelled(
        field,
        html`<input type="datetime-local" name="${field.name}" value="${value(field.name)}"${mark(field.name)}>`,
      ),
    check: (name: string, label: string, first: boolean): Html =>
      html`<label class="check"><input type="checkbox" name="${name}" value="1"${
        (typed.token === undefined ? first : typed[name] === '1') ? html` checked` : ''
      }><span>${label}</span></label>`,
  };
}

function problems(wrong: readonly string[], { language }: View): Html {
  if (wrong.length === 0) return html``;
  const { wrong: own, ...labels } = newCaseText[language];
  const { wrong: common, correct } = actionText[language];
  const texts: Readonly<Record<string, string>> = { ...common, ...own };
  const shown: Readonly<Record<string, string>> = { ...labels, ...correct.fields };
  const sentence = (name: string): string => {
    const label = shown[name.split('.')[0] ?? name];
    return sentenceAbout(label, texts[name] ?? own.token);
  };
  return html`<div class="notice notice-bad" role="alert" tabindex="-1" id="wrong">${icon('alarm')}<div>
<p>${common.summary}</p><ul>${[...new Set(wrong.map(sentence))].map(
    (one) => html`<li>${one}</li>`,
  )}</ul></div></div>`;
}

/** Return the form of a case that reached the centre in another way. */
export function newCasePage(view: View, typed: Typed = {}, wrong: readonly string[] = []): Html {
  const { language, rules } = view;
  const w = newCaseText[language];
  const f = actionText[language].correct;
  const { line, select, area, time, check, value } = inputs(typed, wrong);
  const fact = (name: keyof typeof f.fields, hint?: string) => ({
    ...{ name, label: f.fields[name] },
    ...(hint !== undefined && { hint }),
  });
  return consolePage(view, {
    title: w.title,
    here: 'cases',
    body: html`<div class="head"><h1>${w.title}</h1></div>
<p class="faint">${w.hint}</p>
${problems(wrong, view)}
<form method="post" action="/cases/new/open#wrong" class="new-case">
<input type="hidden" name="token" value="${crypto.randomUUID()}">
<section class="card" aria-labelledby="who-title"><h2 id="who-title">${w.who}</h2><div class="pair">
${line(fact('name'), 60)}
${select(fact('formOfAddress'), formChoices(view))}
${line(fact('phone'), 40, { dir: 'ltr' })}
${line(fact('email'), 320, { dir: 'ltr' })}
${select({ name: 'segment', label: w.segment }, choicesOf(segment.options, segmentLabel, view), 'unknown')}
</div></section>
<section class="card" aria-labelledby="what-title"><h2 id="what-title">${w.what}</h2><div class="pair">
${select({ name: 'way', label: w.way }, choicesOf(WAYS.options, channelLabel, view), 'visit')}
${time({ name: 'happenedAt', label: w.happenedAt, hint: w.happenedHint })}
${select({ name: 'type', label: w.type }, [
  { value: '', label: w.choose },
  ...choicesOf(caseType.options, typeLabel, view),
])}
${select({ name: 'category', label: w.category }, namedChoices(rules.categories.values(), view), OTHER_CATEGORY.id)}
${select({ name: 'priority', label: w.priority }, [
  { value: '', label: w.usual },
  ...choicesOf(priority.options, priorityLabel, view),
])}
${select({ name: 'language', label: w.language }, choicesOf(languages.options, languageLabel, view), language)}
</div>
${line(fact('subject'), 200, { required: true })}
${area({ name: 'text', label: w.text })}
</section>
<section class="card" aria-labelledby="where-title"><h2 id="where-title">${w.where}</h2><div class="pair">
${select(fact('district', w.districtHint), orNone(rules.districts.values(), value('district'), view, districtName))}
${line(fact('words'), 300)}
${line(fact('position', f.positionHint), 600, { dir: 'ltr' })}
${select(fact('service'), orNone(rules.services.values(), value('service'), view, serviceName))}
</div></section>
${check('toMe', w.toMe, true)}
${check('acknowledge', w.acknowledge, true)}
<p class="sends"><button type="submit" class="primary">${w.send}</button></p>
</form>`,
  });
}
