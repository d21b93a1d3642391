import { type Html, raw } from './http/html.ts';

const PATHS = {
  mail: '<path d="M3 6h18v12H3z"/><path d="m3 7 9 6 9-6"/>',
  phone:
    '<path d="M6 3h4l1 5-2.5 1.5a12 12 0 0 0 6 6L16 13l5 1v4a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z"/>',
  web: '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18"/>',
  console: '<path d="M3 5h18v11H3zM8 20h8M12 16v4"/>',
  visit: '<path d="M6 21V4l9-1v18M3 21h18M12 12v.5M15 6h4v15"/>',
  letter: '<path d="M6 3h9l4 4v14H6zM9 9h4M9 13h7M9 17h7"/>',
  clock: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>',
  alarm: '<path d="M12 3 2.5 20h19z"/><path d="M12 10v4M12 17v.5"/>',
  pause: '<circle cx="12" cy="12" r="9"/><path d="M10 9v6M14 9v6"/>',
  done: '<circle cx="12" cy="12" r="9"/><path d="m8 12 3 3 5-6"/>',
  none: '<circle cx="12" cy="12" r="9"/><path d="M8 12h8"/>',
  note: '<path d="M5 3h10l4 4v14H5z"/><path d="M9 12h6M9 16h6"/>',
  reply: '<path d="M10 8 4 13l6 5v-3c5 0 8 1 10 4 0-6-4-9-10-9z"/>',
  person: '<circle cx="12" cy="8" r="4"/><path d="M4 21c1-5 4-7 8-7s7 2 8 7"/>',
  move: '<path d="M4 8h13l-3-3M20 16H7l3 3"/>',
  up: '<path d="M12 20V5M6 11l6-6 6 6"/>',
  star: '<path d="m12 3 2.7 5.8 6.3.7-4.7 4.3 1.3 6.2-5.6-3.2L6.4 20l1.3-6.2L3 9.500l6.300-.7z"/>',
  file: '<path d="M6 3h9l4 4v14H6zM15 3v4h4"/>',
  shield: '<path d="M12 3 4 6v6c0 5 4 8 8 9 4-1 8-4 8-9V6z"/><path d="m9 12 2 2 4-4"/>',
  search: '<circle cx="11" cy="11" r="6"/><path d="m20 20-4.500-4.500"/>',
  open: '<path d="M12 5v14M5 12h14"/>',
  close: '<path d="M6 6l12 12M18 6 6 18"/>',
} as const;

export type IconName = keyof typeof PATHS;

/** Return a decorative icon beside a text. Screen readers skip it. */
export const icon = (name: IconName): Html =>
  raw(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`);
