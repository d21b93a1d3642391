/** The activity of an agent. `leg` is its contact. */
export type AgentActivity<L> =
  | { readonly is: 'available' }
  | { readonly is: 'away'; readonly missed: boolean }
  /** A call rings at the agent until `until`. */
  | { readonly is: 'offered'; readonly leg: L; readonly until: number }
  /** The agent accepted a callback, and the phone of the beneficiary rings. */
  | { readonly is: 'calling'; readonly leg: L }
  | { readonly is: 'talking'; readonly leg: L; readonly held: boolean }
  | { readonly is: 'after-call'; readonly leg: L };

/** An agent who is signed in. */
export interface PhoneAgent<L> {
  readonly user: string;
  readonly name: string;
  readonly doing: AgentActivity<L>;
  readonly since: number;
  /** The status after the current call, if the agent chose one during the call. */
  readonly next?: 'away' | 'gone';
}

/** Why an action is rejected. The page shows it as a text. */
export type AgentRefusal = 'not-signed-on' | 'not-now' | 'no-such-target';

/** The result of an agent action. */
export type AgentResult = { readonly ok: true } | { readonly ok: false; readonly why: AgentRefusal };

export const DONE: AgentResult = { ok: true };
export const refused = (why: AgentRefusal): AgentResult => ({ ok: false, why });

export const legOf = <L>(doing: AgentActivity<L>): L | undefined => ('leg' in doing ? doing.leg : undefined);

/**
 * Signed-in agents, in the order in which they became available. The agent who was available longest receives
 * the next call.
 */
export class Agents<L> {
  readonly #agents = new Map<string, PhoneAgent<L>>();
  readonly #now: () => number;
  readonly #onChange: (before: PhoneAgent<L> | undefined, after: PhoneAgent<L> | undefined) => void;

  /** `tell` is called for every change, with undefined before a sign-in and after a sign-off. */
  constructor(
    now: () => number,
    onChange: (before: PhoneAgent<L> | undefined, after: PhoneAgent<L> | undefined) => void,
  ) {
    this.#now = now;
    this.#onChange = onChange;
  }

  signOn(user: string, name: string): void {
    if (this.#agents.has(user)) return;
    this.#put(undefined, { user, name, doing: { is: 'away', missed: false }, since: this.#now() });
  }

  signOff(user: string): void {
    const before = this.#agents.get(user);
    if (!before) return;
    this.#agents.delete(user);
    this.#onChange(before, undefined);
  }

  find(user: string): PhoneAgent<L> | undefined {
    return this.#agents.get(user);
  }

  /** Set the activity of an agent. After a call, apply the status that the agent planned. */
  set(user: string, doing: AgentActivity<L>): void {
    const before = this.#agents.get(user);
    if (!before) return;
    const { next, ...kept } = before;
    const free = doing.is === 'available';
    if (free && next === 'gone') {
      this.signOff(user);
      return;
    }
    const then: AgentActivity<L> = free && next === 'away' ? { is: 'away', missed: false } : doing;
    const isOver = then.is === 'available' || then.is === 'away';
    this.#put(before, {
      ...kept,
      ...(!isOver && next && { next }),
      doing: then,
      since: this.#now(),
    });
  }

  /** Plan the status after the current call. */
  plan(user: string, next: 'away' | 'gone' | undefined): void {
    const before = this.#agents.get(user);
    if (!before) return;
    const { next: _, ...kept } = before;
    this.#put(before, { ...kept, ...(next && { next }) });
  }

  all(): readonly PhoneAgent<L>[] {
    return [...this.#agents.values()];
  }

  /** Return the available agents, the longest available first. */
  free(): readonly PhoneAgent<L>[] {
    return this.all()
      .filter(({ doing }) => doing.is === 'available')
      .sort((a, b) => a.since - b.since);
  }

  staffing(): { readonly online: number; readonly staffed: number; readonly available: number } {
    const all = this.all();
    return {
      online: all.length,
      staffed: all.filter(({ doing }) => doing.is !== 'away').length,
      available: this.free().length,
    };
  }

  #put(before: PhoneAgent<L> | undefined, after: PhoneAgent<L>): void {
    this.#agents.set(after.user, after);
    this.#onChange(before, after);
  }
}
