import type { FilledDatabase } from '#shared/adapters/embedded/filled-database.ts';
import type { EventDraft } from '#shared/domain/cases/decision.ts';
import type { Commit } from '#shared/ports/store.ts';

/** A case with more commits is long: its older causes are proofs of their own. */
const LONG = 64;

/** The features of a lived-in centre, each with its number of times. */
export type Summary = Readonly<Record<string, number>>;

const COUNTED: Readonly<Record<string, string>> = {
  'rida.case.opened.v1': 'cases',
  'rida.case.resolved.v1': 'resolutions',
  'rida.case.closed.v1': 'closed cases',
  'rida.case.merged.v1': 'merged cases',
  'rida.case.split.v1': 'split cases',
  'rida.case.reopened.v1': 'reopenings',
  'rida.case.erased.v1': 'erased cases',
  'rida.mail.quarantined.v1': 'mails set aside',
  'rida.sla.breached.v1': 'breaches',
  'rida.call.ended.v1': 'calls',
  'rida.notices.due.v1': 'digests',
  'rida.agent.absent.v1': 'absences',
  'rida.plan.started.v1': 'plans of investors',
  'rida.obstacle.met.v1': 'obstacles of investors',
  'rida.agent.removed.v1': 'members of staff who left',
};

/** Return the names under which an event is counted. */
function namesOf({ type, data }: EventDraft): string[] {
  const counted = COUNTED[type];
  const names = counted === undefined ? [] : [counted];
  if (type === 'rida.case.opened.v1') names.push(`cases of ${data.department}`);
  if (type === 'rida.case.assigned.v1' && data.from !== undefined) names.push('handed over');
  if (type === 'rida.call-out.planned.v1')
    names.push(data.purpose === 'follow-up' ? 'call backs' : 'calls of lists');
  return names;
}

/** Counts what happens in an example while it is built, from the events. */
export class Tally {
  readonly #counts = new Map<string, number>([
    ...Object.values(COUNTED).map((name): [string, number] => [name, 0]),
    ...['handed over', 'call backs', 'calls of lists', 'long cases'].map((name): [string, number] => [
      name,
      0,
    ]),
  ]);

  note(commits: readonly Commit[]): void {
    for (const { kind, version, events } of commits) {
      if (kind === 'case' && version === LONG + 1) this.#add('long cases');
      for (const event of events) for (const name of namesOf(event)) this.#add(name);
    }
  }

  /** Return the counts, with those of the database. */
  summary({ sql }: FilledDatabase): Summary {
    const open = sql
      .prepare("SELECT count(*) AS n FROM work WHERE state = 'active' AND kind IN ('case', 'task', 'touch')")
      .get();
    const versions = sql
      .prepare("SELECT count(*) AS n FROM items WHERE pk = 'settings' AND sk GLOB 'version#*'")
      .get();
    return {
      ...Object.fromEntries(this.#counts),
      'open cases': Number(open?.n),
      'versions of the settings': Number(versions?.n),
    };
  }

  #add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }
}

/** Return the features that an example must have and does not. */
export const missingIn = (summary: Summary): string[] =>
  Object.entries(summary).flatMap(([name, count]) => (count === 0 ? [name] : []));
