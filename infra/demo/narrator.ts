/** Tells one step in one line, Arabic first; `at` when it was not just now. */
export type Narrator = (ar: string, en: string, at?: number) => void;
