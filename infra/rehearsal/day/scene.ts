import { handles } from '#infra/demo/answering.ts';
import { type CallerAction, callIn, goOn } from '#infra/demo/scripted-caller.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { formatInZone } from '#shared/domain/sla/zoned-time.ts';
import { RIYADH } from '#shared/domain/text/format-instant.ts';
import { HOUR, SECOND } from '#shared/domain/time/instant.ts';
import type { QueueState } from '#shared/ports/store.ts';
import type { RehearsedCentre } from '../centre.ts';
import type { Written } from '../mail.ts';
import type { Visitor } from '../pages.ts';
import type { PoolUser } from '../sign-in-service.ts';

/** A part of the day. It throws when something is not as people would see it. */
export interface Step {
  readonly name: string;
  /** Log codes and functions whose failure the step causes on purpose. */
  readonly expected?: readonly string[];
  play(scene: Scene): Promise<void>;
}

const person = (user: string, name: string, role: string): PoolUser => ({
  ...{ email: `${user}@rida.example`, name, groups: [role] },
});
const MAHA = person('maha', 'مها العنزي', 'supervisor');
const SESSION = 8 * HOUR;

/** @throws Error with the text when something is not as expected */
export function expectThat(is: boolean, text: string): void {
  if (!is) throw new Error(text);
}

/** The deployed centre during a day, and what its visitors do. */
export class Scene {
  readonly centre: RehearsedCentre;
  #supervisor: { readonly visitor: Visitor; readonly at: number } | undefined;
  #mails = 0;

  constructor(centre: RehearsedCentre) {
    this.centre = centre;
  }

  /** The supervisor, signed in within the last hours: a session ends after ten. */
  async supervisor(): Promise<Visitor> {
    if (this.#supervisor === undefined || this.now() - this.#supervisor.at > SESSION)
      this.#supervisor = { visitor: await this.centre.site.signIn(MAHA), at: this.now() };
    return this.#supervisor.visitor;
  }

  /** Receive a mail of a beneficiary. Resolve when everything that follows is done. */
  async write(user: string, subject: string, text: string, more: Partial<Written> = {}): Promise<void> {
    this.#mails += 1;
    await this.centre.mail.receive({
      ...{ from: { name: user, address: `${user}@example.com` }, subject, text },
      ...{ messageId: `<${this.#mails}.${user}@example.com>`, ...more },
    });
    await this.centre.settle();
  }

  /** Receive a mail that becomes a case, and return the case. */
  async opened(user: string, subject: string, text: string, more: Partial<Written> = {}): Promise<Case> {
    const before = new Set((await this.cases()).map(({ id }) => id));
    await this.write(user, subject, text, more);
    const [found] = (await this.cases()).filter(({ id }) => !before.has(id));
    if (!found) throw new Error(`the mail of ${user} did not become a case`);
    return found;
  }

  /** Return all cases of a state. */
  async cases(state: QueueState = 'active'): Promise<Case[]> {
    const { store, rules } = this.centre.look;
    const { departments } = await rules.current();
    const pages = await Promise.all(
      [...departments.keys()].map((id) => store.queue(id, state, { limit: 100 })),
    );
    return pages.flatMap(({ items }) => items);
  }

  /** Return a case as it is now. */
  async caseOf(id: string): Promise<Case> {
    const found = await this.centre.look.store.load('case', id);
    if (!found) throw new Error(`there is no case ${id}`);
    return found;
  }

  /** Submit forms of a case, then let everything follow. */
  async act(
    id: string,
    ...acts: readonly (readonly [string, Readonly<Record<string, string>>?])[]
  ): Promise<void> {
    const supervisor = await this.supervisor();
    for (const [action, fields] of acts) await supervisor.act(id, action, fields);
    await this.centre.settle();
  }

  /** Format an instant for a date-and-time field of a form. */
  field(at: number): string {
    return formatInZone(RIYADH, at).slice(0, 16);
  }

  now(): number {
    return this.centre.clock.now();
  }

  /** Call the centre. */
  call(number: string | undefined, doings: readonly CallerAction[]) {
    return callIn(this.centre.phone.switchboard, number, doings);
  }

  /** Answer the call that waits, and let the caller respond afterwards. */
  async answer(id: string, user: string, afterwards: readonly CallerAction[]): Promise<void> {
    const { switchboard } = this.centre.phone;
    await handles(switchboard.desk, user, {
      talkMs: 60 * SECOND,
      workMs: 5 * SECOND,
      pass: (ms) => this.centre.clock.advance(ms),
      left: async () => {
        const view = switchboard.find(id)?.view;
        if (view) await goOn(switchboard, view, afterwards);
      },
    });
    await this.centre.settle();
  }
}
