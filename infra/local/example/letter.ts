import type { Language } from '#events/vocabulary.ts';
import type { ExamplePerson } from './people.ts';
import type { Random } from './random.ts';
import { MATTERS, type Matter } from './texts/matters.ts';
import { DISTRICTS, PLACES, pinIn, STREETS } from './texts/places.ts';
import { CLOSINGS, DETAILS, GREETINGS } from './texts/sentences.ts';

const filled = (text: string, language: Language, draw: Random): string =>
  text
    .replaceAll('{street}', () => draw.pick(STREETS[language]))
    .replaceAll('{district}', () => draw.pick(DISTRICTS[language]))
    .replaceAll('{place}', () => draw.pick(PLACES[language]))
    .replaceAll('{days}', () => String(draw.int(3, 10)));

/** Draw a category, by the share of each in all contacts. */
export const drawCategory = (draw: Random): keyof typeof MATTERS =>
  draw.weighted(
    (Object.keys(MATTERS) as (keyof typeof MATTERS)[]).map((id) => [id, MATTERS[id].weight] as const),
  );

interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** Write a letter of a beneficiary about one of the matters of a municipality. */
export function letterOf({ language, name }: ExamplePerson, draw: Random): Letter {
  const [subject, text]: Matter = draw.pick(MATTERS[drawCategory(draw)][language]);
  const lines = [
    draw.pick(GREETINGS[language]),
    filled(text, language, draw),
    draw.pick(DETAILS[language]),
    draw.chance(0.15) ? pinIn(draw, language) : '',
    draw.pick(CLOSINGS[language]),
    name,
  ];
  return {
    subject: filled(subject, language, draw),
    text: lines.filter((line) => line !== '').join('\n\n'),
  };
}
