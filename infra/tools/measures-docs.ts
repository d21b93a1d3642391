import { CATALOGUE, MEASURE_IDS } from '#shared/domain/reports/catalogue.ts';
import { sourceEvents } from '#shared/domain/reports/source-events.ts';

const BETTER = { more: 'up is good', less: 'down is good', neither: 'neither' } as const;

/** Return the text of `functions/reports/measures.md`, from the catalogue. */
export function measuresTable(): string {
  const rows = MEASURE_IDS.map((id) => {
    const { name, definition, formula, unit, better, owner } = CATALOGUE[id];
    return `| \`${id}\` | ${name.en} | ${name.ar} | ${definition.en} | ${formula.replaceAll('|', '\\|')} | ${unit} | ${BETTER[better]} | ${sourceEvents(CATALOGUE[id]).join(', ')} | ${owner} |`;
  });
  return `${[
    '# Measures',
    '',
    'Written by `npm run measures:build` from `shared/domain/reports/catalogue.ts`; do not edit.',
    '',
    'Pages, mails and files show these measures. A formula names counters of `shared/domain/reports/counter-name.ts`.',
    'A share with fewer than 5 answers is hidden, with fewer than 30 it is marked; it is shown with its 95 % interval',
    'by Wilson’s method.',
    '',
    '| id | name | الاسم | definition | formula | unit | direction | events | owner |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')}`;
}
