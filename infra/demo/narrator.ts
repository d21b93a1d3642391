/** Prints one step in one line, Arabic first. `at` is its time if it is not the current time. */
export type Narrator = (ar: string, en: string, at?: number) => void;
