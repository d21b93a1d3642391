import { answerInboundFlow } from '#functions/telephone/inbound-flow.ts';
import { answerSurveyFlow } from '#functions/telephone/survey-flow.ts';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { openCase } from '#shared/application/open-case.ts';
import { prefer } from '#shared/application/prefer.ts';
import { recordMailFailure } from '#shared/application/record-mail-failure.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import type { Beneficiary } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { invitationAbout } from '#shared/domain/surveys/asking.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { aPlan } from '#test/builders/a-call-out.ts';
import { testKeys as keys } from '#test/doubles/test-keys.ts';

import { AskingWorld, PEOPLE } from './asking-world.ts';

/** An act of a person, of staff or of the world. */
export type Moment =
  | {
      readonly do: 'resolve' | 'reopen' | 'confirm' | 'bounce' | 'evaluate' | 'opt-out' | 'opt-in';
      who: number;
    }
  /** Somebody takes calls from now on, or does not. */
  | { readonly do: 'pick-up'; readonly who: number; readonly does: boolean }
  /** A call that reaches its end, about the newest case of the caller or none. */
  | { readonly do: 'call'; readonly who: number; readonly about: boolean; readonly withheld: boolean }
  /** A call in which the caller confirms the end of their case. */
  | { readonly do: 'status'; readonly who: number }
  | { readonly do: 'wait'; readonly hours: number };

const by = 'agent:salem' as const;
export const PERSONS = PEOPLE.length;
const CALLERS = PEOPLE.flatMap(({ phone }, who) => (phone === undefined ? [] : [who]));

/** The acts of the people and the staff of a centre with all channels of surveys. */
export class AskingCentre extends AskingWorld {
  #turn = 0;

  /** Do these at one moment, and all that follows. */
  async take(moments: readonly Moment[]): Promise<void> {
    await Promise.all(moments.map((moment) => this.#act(moment)));
    await this.settle();
  }

  #newest(who: number): string | undefined {
    return [...this.cases].findLast(([, of]) => of === who)?.[0];
  }

  async #act(moment: Moment): Promise<unknown> {
    this.#turn += 1;
    const cause = `turn ${this.#turn}`;
    if (moment.do === 'wait') return this.clock.advance(moment.hours * HOUR);
    const { who } = moment;
    const of = this.#newest(who);
    switch (moment.do) {
      case 'resolve':
        return this.#resolve(who, cause);
      case 'reopen':
        return of && this.#command(of, { do: 'reopen', by }, cause);
      case 'confirm': {
        const { confirmation } = (of && (await this.store.load('case', of))) || {};
        const question = confirmation?.question ?? '';
        const said = { question, finished: true, language: 'ar', mode: 'mail' } as const;
        return of && this.#command(of, { do: 'answer-outcome', ...said }, cause);
      }
      case 'bounce':
        return of && this.#bounce(of);
      case 'evaluate':
        return this.#evaluate(who, cause);
      case 'opt-out':
      case 'opt-in': {
        const at = this.clock.now();
        const id = (await this.#ids(who))[0] ?? '';
        return prefer(this.store, id, { do: moment.do, of: ['surveys'], cause, at, recordedAt: at });
      }
      case 'pick-up':
        return moment.does ? this.away.delete(who) : this.away.add(who);
      case 'call':
        return this.#call(who, moment.about || moment.withheld ? of : undefined, moment.withheld);
      case 'status':
        return of && this.#status(who, of);
    }
  }

  #ids(who: number): Promise<readonly string[]> {
    const { email, phone } = PEOPLE[who] ?? {};
    return Promise.all([
      ...(email === undefined ? [] : [beneficiaryId(keys, { email })]),
      ...(phone === undefined ? [] : [beneficiaryId(keys, { phone })]),
    ]);
  }

  async #resolve(who: number, cause: string): Promise<void> {
    const at = this.clock.now();
    const [id = ''] = await this.#ids(who);
    const beneficiary: Beneficiary = { id, ...PEOPLE[who], authenticated: PEOPLE[who]?.email !== undefined };
    const opened = await openCase(
      { store: this.store, rules: this.rules, keys },
      {
        ...{ cause, by: 'beneficiary', at, recordedAt: at, correlationId: cause, causationId: cause },
        openCaseFrom: {
          ...{
            type: 'report',
            category: 'lighting',
            department: 'operations',
            subject: 'س',
            segment: 'citizen',
          },
          ...{
            channel: beneficiary.email === undefined ? 'phone' : 'mail',
            language: 'ar',
            priority: 'normal',
          },
          beneficiary,
        },
      },
    );
    this.cases.set(opened.case.id, who);
    await this.#command(
      opened.case.id,
      { do: 'resolve', as: 'done', outcome: 'تم', by },
      `${cause} resolved`,
    );
  }

  async #command(id: string, command: CaseCommand, cause: string): Promise<void> {
    const at = this.clock.now();
    const trace = { at, recordedAt: at, correlationId: cause, causationId: cause };
    await handleCommand({ store: this.store, rules: this.rules }, { id, command, cause, by, ...trace });
  }

  /** The mail about the end of a case bounces permanently. */
  async #bounce(caseRef: string): Promise<void> {
    const sent = (await this.store.newestEffects(caseRef, { limit: 9 })).find(
      ({ what }) => what === 'resolution',
    );
    if (!sent) return;
    const failure = { caseRef, message: sent.id, to: sent.to, reason: 'bounced', permanent: true } as const;
    const at = this.clock.now();
    await recordMailFailure({ store: this.store, rules: this.rules }, { ...failure, at }, at);
  }

  async #evaluate(who: number, cause: string): Promise<void> {
    const { phone } = PEOPLE[who] ?? {};
    if (phone === undefined) return;
    const now = this.clock.now();
    const id = causeId(`evaluation ${cause}`);
    const of = await beneficiaryId(keys, { phone });
    await updateCallOut(this.store, this.rules.outbound, {
      ...{ id, cause, by, at: now, recordedAt: now },
      command: aPlan({ beneficiaryId: of, phone, notBefore: now }),
    });
  }

  #request(who: number, contactId: string, parameters: Record<string, string>, withheld?: string) {
    const { phone = '' } = PEOPLE[who] ?? {};
    const isHidden = withheld !== undefined || phone === '';
    return {
      Details: {
        ContactData: {
          ...{ ContactId: contactId, Channel: 'VOICE', InitiationMethod: 'INBOUND' },
          CustomerEndpoint: isHidden ? null : { Type: 'TELEPHONE_NUMBER', Address: phone },
          ...(withheld !== undefined && { Attributes: { proven: withheld } }),
        },
        Parameters: { language: 'ar', ...parameters },
      },
    };
  }

  /** A caller without a known number proves the case by its code. */
  async #call(who: number, caseRef: string | undefined, withheld: boolean): Promise<void> {
    const proven = withheld || !CALLERS.includes(who) ? caseRef : undefined;
    if (caseRef === undefined && !CALLERS.includes(who)) return;
    const contactId = `call-${this.#turn}-${who}`;
    const ask = (parameters: Record<string, string>) =>
      answerSurveyFlow(
        this.deps(),
        this.#request(who, contactId, { caseRef: caseRef ?? '-', ...parameters }, proven),
      );
    const { offer } = await ask({ step: 'offer' });
    if (offer !== 'true') return;
    this.hears(who, 'after-call', invitationAbout.call(contactId));
    if (this.#turn % 2 === 0) await ask({ step: 'answer', score: '4', finished: 'yes' });
  }

  async #status(who: number, reference: string): Promise<void> {
    const contactId = `status-${this.#turn}-${who}`;
    const proven = CALLERS.includes(who) ? undefined : reference;
    const step = { step: 'outcome', reference, finished: 'yes' };
    const { rate } = await answerInboundFlow(this.deps(), this.#request(who, contactId, step, proven));
    const about = await this.invitation(reference);
    if (rate === 'true') this.hears(who, 'after-call', about);
  }
}
