import * as z from 'zod';
import { type Flow, kindOf } from './flow-language.ts';

const positionSchema = z.object({ x: z.number(), y: z.number() });
const text = z.string().min(1).optional().catch(undefined);
const link = z.object({ text }).optional().catch(undefined);

/** Display names of the console, in the spellings that it has used over the years. */
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

/** The parameter for each of the older spellings. */
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
    provenBy: z.string().optional().catch(undefined),
  })
  .and(shownSchema)
  .transform(({ position, Position, block, language, provenBy, ...shown }) => ({
    position: position ?? Position,
    block,
    language,
    provenBy,
    displayNames: displayNames(shown),
  }));

/** The parsed part of the metadata. Other metadata of an instance is ignored. */
const metadataSchema = z.object({
  entryPointPosition: positionSchema.optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  kind: z.string().optional().catch(undefined),
  type: z.string().optional().catch(undefined),
  languages: z.array(z.string()).optional().catch(undefined),
  attributes: z.array(z.string()).optional().catch(undefined),
  announced: z.array(z.string()).optional().catch(undefined),
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

/** Drop undefined keys, as the exact optional types require. */
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
        // The console writes an empty name for a missing next action.
        NextAction: Transitions?.NextAction || undefined,
        Conditions: Transitions?.Conditions ?? undefined,
        Errors: Transitions?.Errors ?? undefined,
      },
    })),
  }) as Flow;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Return the names of a flow in an API answer or a template. */
const namesIn = (value: Readonly<Record<string, unknown>>): string[] =>
  [value.Name, value.Id, value.Arn, value.name].filter((name) => typeof name === 'string');

interface Unwrapped {
  readonly value: unknown;
  readonly names: readonly string[];
  /** The flow type in the surrounding object. */
  readonly kind?: string;
}

/** Return the flow type in an API answer or a resource's properties. */
const kindIn = ({ Type }: Readonly<Record<string, unknown>>): Pick<Unwrapped, 'kind'> =>
  typeof Type === 'string' && kindOf({ kind: Type }) !== undefined ? { kind: Type } : {};

/** Return the flow inside an answer of `DescribeContactFlow`, or inside a template's `Content`. */
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
      /** Names of the flow in its surroundings: a name, an id, an ARN. */
      readonly names: readonly string[];
    }
  | {
      readonly ok: false;
      /** `legacy-export`: the console's format before the Flow language. */
      readonly reason: 'unreadable' | 'legacy-export';
      /** Names the wrong place. */
      readonly message: string;
    };

const LEGACY =
  'this is an old console export (a list of modules), not the Flow language 2019-10-30: import it into an ' +
  'instance and take the flow with DescribeContactFlow';

/** Return the place of an issue, with the identifier of its action. */
function placeOf(path: readonly PropertyKey[], value: unknown): string {
  if (path.length === 0) return 'the file';
  const at = path.map(String).join('.');
  const [list, index] = path;
  if (list !== 'Actions' || typeof index !== 'number' || !isRecord(value)) return at;
  const action: unknown = Array.isArray(value.Actions) ? value.Actions[index] : undefined;
  const id = isRecord(action) ? action.Identifier : undefined;
  return typeof id === 'string' && id !== '' ? `${at} (action ${id})` : at;
}

/** Parse a flow from foreign JSON: the Flow language itself, or an API answer that contains it. */
export function parseFlow(json: unknown): ParsedFlow {
  try {
    return parseUnwrapped(json);
  } catch (cause) {
    // Only recursion through a too deeply nested value throws here.
    if (!(cause instanceof RangeError)) throw cause;
    return {
      ok: false,
      reason: 'unreadable',
      message: 'this is not a flow: its values are nested too deeply',
    };
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
    message: `this is not a flow: ${where}: ${issue?.message ?? 'not understood'}${others}`,
  };
}
