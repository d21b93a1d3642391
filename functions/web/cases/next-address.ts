import type { View } from '../shell/view.ts';

/** Return the part of an address of a case that names the list from which it was opened. */
export const withinOf = (address: string): string => {
  const within = URL.parse(address, 'http://here')?.searchParams.get('in') ?? '';
  return within === '' ? '' : `in=${encodeURIComponent(within)}`;
};

/** Return the address that leads to the case after this one, in the list from which it was opened. */
export const nextAddress = ({ path }: View, id: string): string =>
  [`/cases/next?after=${id}`, withinOf(path)].filter((part) => part !== '').join('&');
