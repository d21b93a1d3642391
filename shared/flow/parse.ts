import * as z from 'zod';
import type { Flow } from './language.ts';

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

const positionSchema = z.object({ x: z.number(), y: z.number() });

/** Only the notes of our own builder are read; what else an instance keeps here is its own. */
const metadataSchema = z.object({
  entryPointPosition: positionSchema.optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  kind: z.string().optional().catch(undefined),
  languages: z.array(z.string()).optional().catch(undefined),
  attributes: z.array(z.string()).optional().catch(undefined),
  ActionMetadata: z
    .record(
      z.string(),
      z.object({
        position: positionSchema.optional().catch(undefined),
        block: z.string().optional().catch(undefined),
        language: z.string().optional().catch(undefined),
      }),
    )
    .optional()
    .catch(undefined),
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

const toFlow = ({ Version, StartAction, Metadata, Actions }: Parsed): Flow =>
  compact({
    Version,
    StartAction,
    Metadata,
    Actions: Actions.map(({ Identifier, Type, Parameters, Transitions }) => ({
      Identifier,
      Type,
      Parameters: Parameters ?? {},
      Transitions: {
        NextAction: Transitions?.NextAction ?? undefined,
        Conditions: Transitions?.Conditions ?? undefined,
        Errors: Transitions?.Errors ?? undefined,
      },
    })),
  }) as Flow;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The flow inside what `DescribeContactFlow` answers, or inside a template's `Content`. */
function unwrap(value: unknown): unknown {
  if (!isRecord(value) || 'Actions' in value) return value;
  const inner = value.ContactFlow ?? value.ContactFlowModule ?? value.Content;
  if (typeof inner !== 'string') return inner === undefined ? value : unwrap(inner);
  try {
    return unwrap(JSON.parse(inner));
  } catch {
    return value;
  }
}

export type ParsedFlow =
  | { readonly ok: true; readonly flow: Flow }
  | { readonly ok: false; readonly message: string };

/** Reads a flow from foreign JSON: the Flow language itself, or an API answer that holds it. */
export function parseFlow(json: unknown): ParsedFlow {
  const value = unwrap(json);
  if (isRecord(value) && Array.isArray(value.modules))
    return { ok: false, message: 'this is an old console export, not the Flow language 2019-10-30' };
  const result = flowSchema.safeParse(value);
  if (result.success) return { ok: true, flow: toFlow(result.data) };
  const [issue] = result.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'the file' : issue.path.join('.');
  return { ok: false, message: `this is no flow: ${where}: ${issue?.message ?? 'not understood'}` };
}
