/** What a person says of one thing and what the rules say of it. */
export interface Judged {
  readonly expected: string;
  readonly found: string;
}

/** How often a label was given rightly: of those that deserve it, and of those that got it. */
export interface Figures {
  readonly label: string;
  readonly rows: number;
  readonly right: number;
  /** Share of those that got the label and deserve it; 1 when nothing got it. */
  readonly precision: number;
  /** Share of those that deserve the label and got it; 1 when nothing deserves it. */
  readonly recall: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** Precision and recall of every label that was said or found, the labels in alphabetical order. */
export function figuresOf(judged: readonly Judged[]): Figures[] {
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
