import type { Language } from '#events/vocabulary.ts';
import type { Rejection } from '#shared/domain/cases/decision.ts';
import { bareLabel, sentenceAbout } from '../../shell/form-fields.ts';
import type { Acted, SentFields } from '../perform-action.ts';
import { actionText } from '../text/action-text.ts';
import type { ActionName } from './actions.ts';

/** A form that was sent and rejected: the reason and the texts typed in it. */
export interface RefusedAction {
  readonly action: ActionName;
  readonly acted: Exclude<Acted, { outcome: 'done' } | { outcome: 'repeated' }>;
  readonly fields: SentFields;
  /** The form had files. Browsers forget them, so the person has to choose them again. */
  readonly lostFiles?: number;
  /** The names of sent files without content. */
  readonly emptyFiles?: readonly string[];
}

/** The labels of fields that a form shows under other names than those of its action. */
export type Labels = Readonly<Record<string, string>>;

type WrongField = Exclude<keyof (typeof actionText)['ar']['wrong'], 'summary'>;

/** The texts of labels that have another name than their field. */
const SHOWN_AS: { readonly [A in ActionName]?: Readonly<Record<string, string>> } = {
  reply: { thenStatus: 'andThen', answerTo: 'to' },
};

/** The fields that a rejection may be about. */
const ABOUT: { readonly [R in Rejection['rejected']]?: readonly string[] } = {
  'already-assigned': ['to'],
  'already-linked': ['with'],
  'already-watching': ['user'],
  'illegal-status': ['to'],
  'in-the-past': ['dueAt'],
  'linked-otherwise': ['as'],
  'no-such-request': ['request'],
  'not-told': ['informedBy'],
  'same-case': ['into', 'with', 'duplicateOf'],
  'too-far-ahead': ['dueAt'],
  'unknown-category': ['category'],
  'unknown-department': ['department'],
  'unknown-district': ['district'],
  'unknown-service': ['service'],
};

/** Return the label of a field of an action as its form shows it. Hidden fields have none. */
function labelOf(action: ActionName, field: string, language: Language): string | undefined {
  const texts: Readonly<Record<string, unknown>> = actionText[language][action];
  const name = SHOWN_AS[action]?.[field] ?? field;
  const label = Object.entries({ ...texts, ...(texts.fields ?? {}) }).find(([key]) => key === name)?.[1];
  return typeof label === 'string' ? bareLabel(label) : undefined;
}

/** Return the names of the wrong fields of a rejected form, without the parts that say how they are wrong. */
export function wrongNames({ action, acted }: Pick<RefusedAction, 'action' | 'acted'>): readonly string[] {
  if (acted.outcome === 'wrong') return acted.fields.map((name) => name.split('.')[0] ?? name);
  if (acted.outcome !== 'rejected') return [];
  return (ABOUT[acted.rejection.rejected] ?? []).filter((name) => labelOf(action, name, 'ar') !== undefined);
}

/** A name in the direction of its own letters, also inside a text of the other direction. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

/** Return why a form was rejected: a sentence for each reason, after the label of its field. */
export function reasonsOf(refused: RefusedAction, language: Language, labels: Labels = {}): string[] {
  const { action, acted, lostFiles = 0, emptyFiles = [] } = refused;
  const w = actionText[language];
  const label = (name: string | undefined): string | undefined =>
    name === undefined ? undefined : (labels[name] ?? labelOf(action, name, language));
  const wrong = (name: string): string => {
    const [field] = name.split('.');
    // A hidden field is wrong on a page that does not suit its form any more.
    const sentence = w.wrong[name as WrongField] ?? w.wrong.token;
    const files = name === 'files.empty' ? emptyFiles.map(isolated) : [];
    return [sentenceAbout(label(field), sentence), ...files].join(' ');
  };
  const again = lostFiles > 0 ? [sentenceAbout(label('files'), w.reply.chooseAgain)] : [];
  if (acted.outcome === 'wrong') return [...new Set([...acted.fields.map(wrong), ...again])];
  if (acted.outcome === 'conflict') return [w.conflict[acted.how], ...again];
  return [sentenceAbout(label(wrongNames(refused)[0]), w.rejected[acted.rejection.rejected]), ...again];
}
