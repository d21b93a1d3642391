import * as z from 'zod';
import { caseType, channel } from '#events/vocabulary.ts';
import { SEARCH_ORDERS } from '#shared/domain/search/relevance.ts';
import { SEARCH_STATES } from '#shared/domain/search/search-entry.ts';

/** The periods of the filter, in days before now. */
export const PERIODS = ['7', '30', '365'] as const;
export type Period = (typeof PERIODS)[number];

/** The query of the search. Unknown values count as absent. */
export const searchForm = z.object({
  q: z.string().catch(''),
  order: z.enum(SEARCH_ORDERS).catch('relevance'),
  state: z.enum(SEARCH_STATES).optional().catch(undefined),
  type: caseType.optional().catch(undefined),
  department: z.string().min(1).max(40).optional().catch(undefined),
  channel: channel.optional().catch(undefined),
  period: z.enum(PERIODS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100).catch(1),
});
export type SearchForm = z.infer<typeof searchForm>;
