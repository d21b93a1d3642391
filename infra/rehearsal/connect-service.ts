import type { PhoneExchange } from '#shared/adapters/embedded/phone-exchange.ts';
import type { QueuePlace } from '#shared/domain/telephone/spoken-wait.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { Dialled, TaskGiven } from '#shared/ports/telephone-system.ts';
import type { ConnectCall } from './connect-call.ts';
import { type Answer, jsonAnswer } from './recorder.ts';

type Input = Readonly<Record<string, unknown>>;
interface Slot {
  readonly Hours: number;
  readonly Minutes: number;
}
interface DayConfig {
  readonly Day: string;
  readonly StartTime: Slot;
  readonly EndTime: Slot;
}
interface Override {
  readonly HoursOfOperationOverrideId: string;
  readonly Name: string;
  readonly EffectiveFrom: string;
  readonly EffectiveTill: string;
  readonly Config: readonly DayConfig[];
}

export interface ConnectServiceProps {
  readonly exchange: PhoneExchange;
  /** The name of a flow by its id. */
  readonly flowName: (id: string) => string;
  readonly hours: { readonly TimeZone: string; readonly Config: readonly DayConfig[] };
  /** The position of a waiting contact. */
  placeOf(contactId: string): QueuePlace | undefined;
}

const wrong = (Message: string, status: number, type: string): Answer =>
  jsonAnswer({ Message }, status, { 'x-amzn-errortype': type });
const notFound = (): Answer => wrong('not found', 404, 'ResourceNotFoundException');
/** The answer to a call or a task that was to be placed. */
const placedAnswer = (placed: Dialled | TaskGiven): Answer =>
  'refused' in placed
    ? wrong(placed.refused, 400, 'InvalidParameterException')
    : jsonAnswer({ ContactId: placed.contactId });
const seconds = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : ms / 1000);
const text = (value: unknown): string => String(value ?? '');

const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

/** The part of Amazon Connect that functions call, over the telephones of the rehearsal. */
export class ConnectService {
  readonly #props: ConnectServiceProps;
  #hours: ConnectServiceProps['hours'];
  #overrides: readonly Override[] = [];
  #made = 0;

  constructor(props: ConnectServiceProps) {
    this.#props = props;
    this.#hours = props.hours;
  }

  async answer({ operation, input }: ConnectCall): Promise<Answer> {
    switch (operation) {
      case 'StartOutboundVoiceContact':
        return this.#dial(input);
      case 'StartTaskContact':
        return this.#task(input);
      case 'StopContact':
        return (await this.#props.exchange.stop(text(input.ContactId)))
          ? jsonAnswer({})
          : wrong('not found', 410, 'ContactNotFoundException');
      case 'DescribeContact':
        return this.#describe(text(input.ContactId));
      case 'GetContactAttributes': {
        const Attributes = await this.#props.exchange.attributes(text(input.ContactId));
        return Attributes === undefined ? notFound() : jsonAnswer({ Attributes });
      }
      case 'GetContactMetrics':
        return this.#place(text(input.ContactId));
      case 'DescribeHoursOfOperation':
        return jsonAnswer({ HoursOfOperation: this.#hours });
      case 'UpdateHoursOfOperation':
        this.#hours = input as unknown as ConnectServiceProps['hours'];
        return jsonAnswer({});
      case 'ListHoursOfOperationOverrides':
        return jsonAnswer({ HoursOfOperationOverrideList: this.#overrides });
      case 'CreateHoursOfOperationOverride': {
        this.#made += 1;
        const HoursOfOperationOverrideId = `00000000-0000-4000-8000-${String(this.#made).padStart(12, '0')}`;
        const added = { ...(input as unknown as Override), HoursOfOperationOverrideId };
        this.#overrides = [...this.#overrides, added];
        return jsonAnswer({ HoursOfOperationOverrideId });
      }
      case 'DeleteHoursOfOperationOverride':
        this.#overrides = this.#overrides.filter(
          (one) => one.HoursOfOperationOverrideId !== input.HoursOfOperationOverrideId,
        );
        return jsonAnswer({});
      case 'GetEffectiveHoursOfOperations':
        return this.#effective(text(input.fromDate), text(input.toDate));
    }
  }

  /** Change the week, as a person does. */
  setWeek(change: (config: readonly DayConfig[]) => readonly DayConfig[]): void {
    this.#hours = { ...this.#hours, Config: change(this.#hours.Config) };
  }

  async #dial(input: Input): Promise<Answer> {
    const { exchange, flowName } = this.#props;
    return placedAnswer(
      await exchange.dial({
        token: text(input.ClientToken),
        to: text(input.DestinationPhoneNumber),
        flow: flowName(text(input.ContactFlowId)),
        attributes: (input.Attributes ?? {}) as Readonly<Record<string, string>>,
        ringSeconds: Number(input.RingTimeoutInSeconds ?? 30),
      }),
    );
  }

  async #task(input: Input): Promise<Answer> {
    const { exchange, flowName } = this.#props;
    const { Value: url = '' } = (input.References as { Rida?: { Value?: string } } | undefined)?.Rida ?? {};
    return placedAnswer(
      await exchange.task({
        token: text(input.ClientToken),
        ...{ name: text(input.Name), description: text(input.Description), url },
        flow: flowName(text(input.ContactFlowId)),
        attributes: (input.Attributes ?? {}) as Readonly<Record<string, string>>,
        ...(input.ScheduledTime !== undefined && { at: Number(input.ScheduledTime) * 1000 }),
      }),
    );
  }

  async #describe(contactId: string): Promise<Answer> {
    const facts = await this.#props.exchange.describe(contactId);
    if (!facts) return notFound();
    return jsonAnswer({
      Contact: {
        Id: contactId,
        InitiationMethod: facts.initiationMethod,
        InitiationTimestamp: seconds(facts.initiatedAt),
        ConnectedToSystemTimestamp: seconds(facts.connectedAt),
        DisconnectTimestamp: seconds(facts.endedAt),
        LastUpdateTimestamp: seconds(facts.updatedAt),
        DisconnectReason: facts.reason,
        AnsweringMachineDetectionStatus: facts.answeringMachine,
        QueueInfo: facts.queue && { Id: facts.queue, EnqueueTimestamp: seconds(facts.queuedAt) },
        AgentInfo: facts.agent && { Id: facts.agent, ConnectedToAgentTimestamp: seconds(facts.answeredAt) },
        CustomerEndpoint: facts.customer && { Type: 'TELEPHONE_NUMBER', Address: facts.customer },
      },
    });
  }

  #place(contactId: string): Answer {
    const place = this.#props.placeOf(contactId);
    if (!place) return wrong('not in a queue', 400, 'InvalidRequestException');
    return jsonAnswer({
      MetricResults: [
        { Name: 'POSITION_IN_QUEUE', Value: { Number: place.position } },
        ...(place.waitSeconds === undefined
          ? []
          : [{ Name: 'ESTIMATED_WAIT_TIME', Value: { Number: place.waitSeconds } }]),
      ],
    });
  }

  #effective(from: string, to: string): Answer {
    const list = [];
    for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) {
      const date = new Date(at).toISOString().slice(0, 10);
      const day = DAYS[new Date(at).getUTCDay()];
      const own = this.#overrides.find((one) => one.EffectiveFrom <= date && date <= one.EffectiveTill);
      const spans = (own?.Config ?? this.#hours.Config).filter((one) => one.Day === day);
      list.push({
        Date: date,
        OperationalHours: spans.map(({ StartTime, EndTime }) => ({ Start: StartTime, End: EndTime })),
      });
    }
    return jsonAnswer({ EffectiveHoursOfOperationList: list, TimeZone: this.#hours.TimeZone });
  }
}
