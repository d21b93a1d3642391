/** The blocks of the keys that a greeting keeps, where 1 and 2 choose the language. */
export const AHEAD_CHOICES = {
  '3': 'report',
  '4': 'status',
  '5': 'investor',
  '6': 'complaint',
  '0': 'inquiry',
} as const;

/** The blocks of the keys of the main menu. Earlier prompts accept them too, for callers who press ahead. */
export const MENU_KEYS = { '1': 'observation', '2': 'inquiry', ...AHEAD_CHOICES } as const;
