import type { CallLine } from '#shared/domain/telephone/line.ts';
import type { LocalCentre } from '../local/centre.ts';
import type { CallView } from '../local/phone/call-view.ts';
import { type Handling, handles } from './answering.ts';
import type { Ledger } from './ledger.ts';
import { type CallerAction, callIn, goOn } from './scripted-caller.ts';

const SECOND = 1000;

/** How a caller is answered, in seconds. */
export interface Answered {
  readonly by?: string;
  readonly wait: number;
  readonly talk: number;
  readonly hold?: number;
  readonly work?: number;
  /** The responses of the caller after the agent has left. */
  readonly afterwards?: readonly CallerAction[];
}

/** The telephones of a day: place calls, move the clock, answer, and count the actions. */
export class Telephones {
  readonly ledger: Ledger;
  readonly #centre: LocalCentre;

  constructor(centre: LocalCentre, ledger: Ledger) {
    this.#centre = centre;
    this.ledger = ledger;
  }

  get desk() {
    return this.#centre.switchboard.desk;
  }

  pass(seconds: number): Promise<void> {
    return this.#centre.advance(seconds * SECOND);
  }

  /** Place a call to the centre. Each caller has a separate number unless one is given. */
  async call(
    doings: readonly CallerAction[],
    from: { number?: string; withheld?: boolean; line?: CallLine } = {},
  ) {
    this.ledger.calls += 1;
    const { number = this.numberOf(this.ledger.calls), withheld = false, line } = from;
    return callIn(this.#centre.switchboard, withheld ? undefined : number, doings, line);
  }

  /** Return the phone number of a caller of the day. */
  numberOf(nth: number): string {
    return `+9665010000${String(nth).padStart(2, '0')}`;
  }

  /** Continue a call with responses of the caller. */
  async does(call: CallView, ...doings: readonly CallerAction[]): Promise<CallView> {
    const now = this.#centre.switchboard.find(call.id)?.view ?? call;
    return goOn(this.#centre.switchboard, now, doings);
  }

  /** Return the contact attributes that the flow set. */
  attributesOf(id: string): Readonly<Record<string, string>> {
    return this.#centre.switchboard.find(id)?.leg.contact.attributes ?? {};
  }

  /** Answer the ringing phone of a beneficiary. */
  async pickUp(id: string): Promise<void> {
    await this.#centre.switchboard.pickUp(id, 'person');
  }

  async hangUp(id: string): Promise<void> {
    await this.#centre.switchboard.find(id)?.hangUp();
  }

  /** Answer the call that has waited longest, including after-call work. */
  async answered(
    call: CallView,
    { by = 'salem', wait, talk, hold, work = 0, afterwards = [] }: Answered,
  ): Promise<void> {
    await this.pass(wait);
    const handling: Handling = {
      ...{ talkMs: talk * SECOND, workMs: work * SECOND },
      ...(hold !== undefined && { holdMs: hold * SECOND }),
      pass: (ms) => this.#centre.advance(ms),
      left: async () => void (await this.does(call, ...afterwards)),
    };
    await handles(this.desk, by, handling);
    this.served(call, wait);
    this.worked(talk, hold, work);
  }

  /** Count a caller who stayed on the line and was answered. */
  served({ reference }: CallView, wait: number): void {
    this.ledger.served += 1;
    this.ledger.waits.push(wait);
    if (reference !== undefined) this.ledger.cases.push(reference);
  }

  /** Add the handling time of a call. */
  worked(talk: number, hold = 0, work = 0): void {
    this.ledger.talkSeconds += talk;
    this.ledger.holdSeconds += hold;
    this.ledger.workSeconds += work;
  }

  /** Count a case that a caller registered without an agent. */
  registered({ reference }: CallView): void {
    if (reference !== undefined) this.ledger.cases.push(reference);
  }
}
