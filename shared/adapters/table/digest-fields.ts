import * as z from 'zod';
import { notice } from '#events/vocabulary.ts';
import type { Digest } from '#shared/domain/notices/digest.ts';
import type { FieldsOf } from './fields.ts';
import { renamed } from './renamed.ts';

const short = renamed(
  {
    event: 'e',
    case: 'c',
    kind: 'k',
    clock: 'l',
    level: 'v',
    dueAt: 'd',
    department: 'p',
    priority: 'y',
    reason: 'r',
  },
  notice,
);

/** How what gathers for somebody is stored. */
export const digestFields: FieldsOf<Digest, 'id' | 'version' | 'causes'> = {
  notices: { short: 'n', schema: z.array(short) },
  more: { short: 'm', schema: z.int() },
  nextDueAt: { short: 'du', schema: z.int(), optional: true },
};
