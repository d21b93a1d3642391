/** The label of one item by a person, and its label by the rules. */
export interface LabelPair {
  readonly expected: string;
  readonly found: string;
}

/** The quality of a label: precision and recall. */
export interface RuleFigures {
  readonly label: string;
  readonly rows: number;
  readonly right: number;
  /** The share of items with the label that deserve it; 1 when no item has it. */
  readonly precision: number;
  /** The share of items that deserve the label and have it; 1 when no item deserves it. */
  readonly recall: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** Return precision and recall of every label in either list, in alphabetical order. */
export function ruleFigures(judged: readonly LabelPair[]): RuleFigures[] {
  const labels = [...new Set(judged.flatMap(({ expected, found }) => [expected, found]))].sort();
  return labels.map((label) => {
    const deserve = judged.filter(({ expected }) => expected === label);
    const got = judged.filter(({ found }) => found === label);
    const right = deserve.filter(({ found }) => found === label).length;
    return {
      ...{ label, rows: deserve.length, right },
      ...{ precision: share(right, got.length), recall: share(right, deserve.length) },
    };
  });
}
