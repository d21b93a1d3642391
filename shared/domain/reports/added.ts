import { counterName, type Measure } from './counter-name.ts';

/** Counters with the amount that an event adds to each. */
export type Added = [name: string, by: number][];

/** Add one to a counter. */
export const one = (measure: Measure, ...values: (string | number)[]): Added[number] => [
  counterName(measure, ...values),
  1,
];
