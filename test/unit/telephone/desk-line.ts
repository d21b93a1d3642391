import { connectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import { answerInboundFlow, type InboundFlowDeps } from '#functions/telephone/inbound-flow.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import type { QueuePlace } from '#shared/domain/telephone/spoken-wait.ts';
import type { FlowAnswer } from '#shared/runtime/lambda.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { testKeys } from '#test/doubles/test-keys.ts';

export const NUMBER = '+966500000001';
export const OTHER_NUMBER = '+966500000002';

export interface Contact {
  readonly contactId?: string;
  readonly initialContactId?: string;
  readonly number?: string | null;
  /** Set by the flow. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** The inbound flow function alone, with requests in the form of the flow. */
export class DeskLine {
  readonly store = new MemoryStore();
  readonly clock = fixedClock();
  readonly logged: string[] = [];
  place: () => Promise<QueuePlace | undefined> = async () => undefined;

  get deps(): InboundFlowDeps {
    return {
      ...{ store: this.store, clock: this.clock, rules: rulesOf(), keys: testKeys },
      queues: { placeOf: () => this.place() },
      logger: createLogger({ service: 'test', write: (line) => this.logged.push(line) }),
    };
  }

  ask(parameters: Record<string, string>, contact: Contact = {}): Promise<FlowAnswer> {
    const { contactId = 'c-1', initialContactId, number = NUMBER, attributes = {} } = contact;
    return answerInboundFlow(
      this.deps,
      connectFlowRequest.parse({
        Details: {
          ContactData: {
            ContactId: contactId,
            InitialContactId: initialContactId,
            Channel: 'VOICE',
            InitiationMethod: 'INBOUND',
            Attributes: attributes,
            CustomerEndpoint: number === null ? null : { Type: 'TELEPHONE_NUMBER', Address: number },
          },
          Parameters: parameters,
        },
      }),
    );
  }

  /** Register a case by telephone. */
  async register(type: string, contact: Contact = {}, more: Record<string, string> = {}): Promise<string> {
    return (await this.ask({ step: 'register', type, ...more }, contact)).reference ?? '';
  }

  /** Execute a command of an agent on a case. */
  async does(id: string, command: CaseCommand): Promise<void> {
    const now = this.clock.now();
    const done = await handleCommand(
      { store: this.store, rules: shippedRules },
      {
        ...{ id, command, cause: `${command.do}:${id}:${now}`, by: 'agent:salem', at: now, recordedAt: now },
        ...{ correlationId: 'x', causationId: 'x' },
      },
    );
    if (done.outcome === 'rejected') throw new Error(done.rejection.rejected);
  }

  get events(): string[] {
    return this.store.commits.flatMap(({ events }) => events.map(({ type }) => type));
  }
}
