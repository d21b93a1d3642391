import * as z from 'zod';
import type { Lines } from '#shared/domain/outreach/lines.ts';
import type { FieldsOf } from './fields.ts';
import { renamed } from './renamed.ts';

const line = renamed(
  { callOut: 'c', attempt: 'a', until: 'u' },
  z.object({ callOut: z.string(), attempt: z.int(), until: z.int() }),
);

/** How the lines that calls out occupy are stored. */
export const linesFields: FieldsOf<Lines, 'id' | 'version' | 'causes'> = {
  taken: { short: 't', schema: z.array(line) },
};
