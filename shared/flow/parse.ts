import * as z from 'zod';
import { type Flow, kindOf } from './language.ts';

const positionSchema = z.object({ x: z.number(), y: z.number() });
const text = z.string().min(1).optional().catch(undefined);
const link = z.object({ text }).optional().catch(undefined);

/** Names the console shows, under the spellings it has used for them over the years. */
const shownSchema = z.object({
  parameters: z
    .record(z.string(), z.object({ displayName: text }).optional().catch(undefined))
    .optional()
    .catch(undefined),
  contactFlow: link,
  ContactFlow: link,
  queue: link,
  Hours: link,
  contactFlowModuleName: text,
});

/** The parameter each of the older spellings names. */
const PARAMETER_OF = {
  contactFlow: 'ContactFlowId',
  ContactFlow: 'ContactFlowId',
  queue: 'QueueId',
  Hours: 'HoursOfOperationId',
} as const;

function displayNames(shown: z.infer<typeof shownSchema>): Record<string, string> | undefined {
  const old = Object.entries(PARAMETER_OF).map(([key, parameter]) => [
    parameter,
    shown[key as keyof typeof PARAMETER_OF]?.text,
  ]);
  const current = Object.entries(shown.parameters ?? {}).map(([parameter, value]) => [
    parameter,
    value?.displayName,
  ]);
  const named = [...old, ['FlowModuleId', shown.contactFlowModuleName], ...current].filter(
    ([, name]) => name !== undefined,
  );
  return named.length === 0 ? undefined : Object.fromEntries(named);
}

const noteSchema = z
  .object({
    position: positionSchema.optional().catch(undefined),
    Position: positionSchema.optional().catch(undefined),
    block: z.string().optional().catch(undefined),
    language: z.string().optional().catch(undefined),
  })
  .and(shownSchema)
  .transform(({ position, Position, block, language, ...shown }) => ({
    position: position ?? Position,
    block,
    language,
    displayNames: displayNames(shown),
  }));

/** What is read of the metadata; what else an instance keeps here is its own. */
const metadataSchema = z.object({
  entryPointPosition: positionSchema.optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  kind: z.string().optional().catch(undefined),
  type: z.string().optional().catch(undefined),
  languages: z.array(z.string()).optional().catch(undefined),
  attributes: z.array(z.string()).optional().catch(undefined),
  ActionMetadata: z.record(z.string(), noteSchema).optional().catch(undefined),
});

const operand = z.union([z.string(), z.json().transform((value) => JSON.stringify(value))]);

const actionSchema = z.object({
  Identifier: z.string().min(1),
  Type: z.string().min(1),
  Parameters: z.record(z.string(), z.json()).nullish(),
  Transitions: z
    .object({
      NextAction: z.string().nullish(),
      Conditions: z
        .array(
          z.object({
            NextAction: z.string(),
            Condition: z.object({ Operator: z.string(), Operands: z.array(operand) }),
          }),
        )
        .nullish(),
      Errors: z.array(z.object({ NextAction: z.string(), ErrorType: z.string() })).nullish(),
    })
    .nullish(),
});

const flowSchema = z.object({
  Version: z.string(),
  StartAction: z.string(),
  Metadata: metadataSchema.optional().catch(undefined),
  Actions: z.array(actionSchema),
});

type Parsed = z.infer<typeof flowSchema>;

/** Without the keys whose value is absent, as the exact types ask. */
const compact = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const toFlow = ({ Version, StartAction, Metadata, Actions }: Parsed, kind: string | undefined): Flow =>
  compact({
    Version,
    StartAction,
    Metadata: kind === undefined ? Metadata : { kind, ...Metadata },
    Actions: Actions.map(({ Identifier, Type, Parameters, Transitions }) => ({
      Identifier,
      Type,
      Parameters: Parameters ?? {},
      Transitions: {
        // The console writes an empty name where nothing follows.
        NextAction: Transitions?.NextAction || undefined,
        Conditions: Transitions?.Conditions ?? undefined,
        Errors: Transitions?.Errors ?? undefined,
      },
    })),
  }) as Flow;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an API answer or a template calls the flow it holds. */
const namesIn = (value: Readonly<Record<string, unknown>>): string[] =>
  [value.Name, value.Id, value.Arn, value.name].filter((name) => typeof name === 'string');

interface Unwrapped {
  readonly value: unknown;
  readonly names: readonly string[];
  /** What kind of flow the surroundings say it is. */
  readonly kind?: string;
}

/** The kind in an API answer or a resource's properties. */
const kindIn = ({ Type }: Readonly<Record<string, unknown>>): Pick<Unwrapped, 'kind'> =>
  typeof Type === 'string' && kindOf({ kind: Type }) !== undefined ? { kind: Type } : {};

/** The flow inside what `DescribeContactFlow` answers, or inside a template's `Content`. */
function unwrap(value: unknown, { names, kind }: Omit<Unwrapped, 'value'> = { names: [] }): Unwrapped {
  const so = { names, ...(kind === undefined ? {} : { kind }) };
  if (!isRecord(value) || 'Actions' in value) return { value, ...so };
  const inner = value.ContactFlow ?? value.ContactFlowModule ?? value.Content ?? value.Properties;
  const context = { ...so, ...kindIn(value), names: [...names, ...namesIn(value)] };
  if (typeof inner !== 'string') return inner === undefined ? { value, ...so } : unwrap(inner, context);
  try {
    return unwrap(JSON.parse(inner), context);
  } catch {
    return { value, ...so };
  }
}

export type ParsedFlow =
  | {
      readonly ok: true;
      readonly flow: Flow;
      /** What the surroundings of the flow call it: a name, an id, an ARN. */
      readonly names: readonly string[];
    }
  | {
      readonly ok: false;
      /** `legacy-export`: the console's format before the Flow language. */
      readonly reason: 'unreadable' | 'legacy-export';
      /** Says which place is wrong. */
      readonly message: string;
    };

const LEGACY =
  'this is an old console export (a list of modules), not the Flow language 2019-10-30: import it into an ' +
  'instance and take the flow with DescribeContactFlow';

/** The place of an issue, with the identifier of the action it lies in. */
function placeOf(path: readonly PropertyKey[], value: unknown): string {
  if (path.length === 0) return 'the file';
  const at = path.map(String).join('.');
  const [list, index] = path;
  if (list !== 'Actions' || typeof index !== 'number' || !isRecord(value)) return at;
  const action: unknown = Array.isArray(value.Actions) ? value.Actions[index] : undefined;
  const id = isRecord(action) ? action.Identifier : undefined;
  return typeof id === 'string' && id !== '' ? `${at} (action ${id})` : at;
}

/** Reads a flow from foreign JSON: the Flow language itself, or an API answer that holds it. */
export function parseFlow(json: unknown): ParsedFlow {
  try {
    return parseUnwrapped(json);
  } catch (cause) {
    // The only thing that is thrown here: recursion through a value without bottom.
    if (!(cause instanceof RangeError)) throw cause;
    return { ok: false, reason: 'unreadable', message: 'this is no flow: its values are nested too deeply' };
  }
}

function parseUnwrapped(json: unknown): ParsedFlow {
  const { value, names, kind } = unwrap(json);
  if (isRecord(value) && Array.isArray(value.modules))
    return { ok: false, reason: 'legacy-export', message: LEGACY };
  const result = flowSchema.safeParse(value);
  if (result.success) return { ok: true, flow: toFlow(result.data, kind), names };
  const [issue, ...more] = result.error.issues;
  const where = placeOf(issue?.path ?? [], value);
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  return {
    ok: false,
    reason: 'unreadable',
    message: `this is no flow: ${where}: ${issue?.message ?? 'not understood'}${others}`,
  };
}
