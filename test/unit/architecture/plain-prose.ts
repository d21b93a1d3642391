/** Paths whose comments, sentences and READMEs are plain technical English: a folder with all below it, or a file. */
export const plainPaths: readonly string[] = [
  '.ci',
  '.github',
  'README.md',
  'events',
  'functions',
  'infra',
  'shared',
];

/** Paths of tests, whose comments and titles are plain technical English. Sample texts are not checked. */
export const plainComments: readonly string[] = [
  'test/bench',
  'test/browser',
  'test/builders',
  'test/contract',
  'test/doubles',
  'test/infra',
  'test/local',
  'test/process',
  'test/property',
  'test/setup',
  'test/unit',
];

/** A phrase that slows a reader down, and what to write. */
export interface BannedPhrase {
  readonly phrase: RegExp;
  readonly instead: string;
}

/** The phrases are matched against one sentence at a time. Code in backticks is not part of a sentence. */
export const bannedPhrases: readonly BannedPhrase[] = [
  { phrase: /^(who|whom|whose|what|whatever)\b.*[^?]$/iu, instead: 'name the person or thing' },
  {
    phrase: /\bwhat (came|comes|came in|arrived|moved|fell|stands|lies|holds)\b/iu,
    instead: 'name the thing',
  },
  { phrase: /(^|[,;:] )(one|those|that) (who|which|that) /iu, instead: 'name the person or thing' },
  { phrase: /\b(nobody|no one|whoever|whomever|whosoever)\b/iu, instead: '"no user", "any user", …' },
  { phrase: /\b(stands?|standing|stood)\b(?! (in )?for\b)/iu, instead: '"is", "remains", "applies"' },
  { phrase: /\bstands? for (what|who|somebody|one)\b/iu, instead: '"represents"' },
  { phrase: /\b(lies?|lay|lain)\b/iu, instead: '"is", "is stored in"' },
  { phrase: /\b(comes?|came|coming) (again|back)\b/iu, instead: '"is repeated", "is retried", "returns"' },
  { phrase: /(?<!\bthere )\b(is|are|was|were) no(?! longer\b| more than\b)\b/iu, instead: '"is not a"' },
  { phrase: /(?<!\bthere )\b(is|are|was|were) none\b/iu, instead: '"is not a", "there is no"' },
  { phrase: /\bof (ours|theirs|his|hers|its own kind)\b/iu, instead: '"our …", "their …"' },
  { phrase: /\b(need|may|does|do|is|has) not (say|tell|know) (so|of)\b/iu, instead: 'name the fact' },
  { phrase: /\b(goes|go|went|going|gone) on\b/iu, instead: '"continues"' },
  { phrase: /\bfor good\b/iu, instead: '"permanently"' },
  { phrase: /\banew\b/iu, instead: '"again"' },
  { phrase: /\b(all|none) the same\b/iu, instead: '"anyway"' },
  { phrase: /\b(tells?|told|telling) of\b/iu, instead: '"reports", "describes"' },
  { phrase: /\bknows? (nothing )?of\b/iu, instead: '"has", "contains", "depends on"' },
  { phrase: /\b(is|are|be|been) (somebody|someone|one)'s\b/iu, instead: '"belongs to"' },
  { phrase: /\bhence(forth)?\b|\bwhence\b|\bthere(of|in|upon)\b/iu, instead: '"so", "from"' },
  {
    phrase: /\b(as|how) (it|they) (once )?(was|were|falls?)(?=[,.;:]|$)/iu,
    instead: 'name the earlier state',
  },
  { phrase: /\bno (case|mail|call|person|matter) of\b/iu, instead: '"not a … of"' },
  { phrase: /\bmeanwhile\b/iu, instead: '"since then", "in the same time"' },
  {
    phrase: /\b(is|are|was|were|case|request|promise)s? (already )?at (its|their|an) end\b/iu,
    instead: '"ended", "closed"',
  },
];
