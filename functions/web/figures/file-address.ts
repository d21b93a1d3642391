import type { Period } from '#shared/domain/reports/period.ts';

/** The forms of the figures for programs and spreadsheets. */
export const FILE_FORMS = ['csv', 'xlsx', 'json'] as const;
export type FileForm = (typeof FILE_FORMS)[number];

/** Return the address of the figures of a period as a file. */
export const fileAddress = (
  { from, to }: Period,
  as: FileForm,
  more: Readonly<Record<string, string>> = {},
): string => `/figures?${new URLSearchParams({ from, to, ...more, as })}`;
