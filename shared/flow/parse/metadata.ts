import * as z from 'zod';

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
export const metadataSchema = z.object({
  entryPointPosition: positionSchema.optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  kind: z.string().optional().catch(undefined),
  type: z.string().optional().catch(undefined),
  languages: z.array(z.string()).optional().catch(undefined),
  attributes: z.array(z.string()).optional().catch(undefined),
  ActionMetadata: z.record(z.string(), noteSchema).optional().catch(undefined),
});
