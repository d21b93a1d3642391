/** Compare two texts by code unit, for sorting: the order of a locale differs between machines. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
