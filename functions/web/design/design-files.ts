import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The files of each style sheet that a page loads, in the order of their rules. */
const SHEETS = {
  'console.css': [
    ...['tokens.css', 'fonts.css', 'elements.css', 'controls.css', 'parts.css', 'frame.css'],
    ...['cases.css', 'case.css', 'figures.css', 'settings.css'],
  ],
  'public.css': ['tokens.css', 'fonts.css', 'elements.css', 'controls.css', 'parts.css', 'public.css'],
} as const;

/**
 * The files of the scripts that pages load. `public.js` is for pages without a sign-in. `workspace.js` is built by
 * `npm run workspace:build`.
 */
const SCRIPTS = {
  'console.js': ['forms.js', 'console.js', 'drafts.js', 'lists.js'],
  'public.js': ['forms.js', 'drafts.js'],
  'htmx.js': ['htmx.js'],
  'workspace.js': ['workspace.js'],
} as const;

/** The files that come from packages, by their names here. */
const PACKAGED: Readonly<Record<string, string>> = { 'htmx.js': 'htmx.org/dist/htmx.min.js' };
const FONT_PACKAGE = '@fontsource/ibm-plex-sans-arabic';

/** The files of the typeface that the pages use, of the package of fonts. */
export const FONTS = ['400', '600'].flatMap((weight) =>
  ['arabic', 'latin', 'latin-ext'].map((letters) => `ibm-plex-sans-arabic-${letters}-${weight}-normal.woff2`),
);

const PARTS = { ...SHEETS, ...SCRIPTS };

/** A style sheet or script of the pages. */
export type DesignFile = keyof typeof PARTS;

/** A file of the folder `browser`. A bundle has this folder beside its code. */
const besideCode = (name: string): URL => new URL(`./browser/${name}`, import.meta.url);

const cached = new Map<string, string>();

/** Return the text of a style sheet, a script or a picture. */
export function designText(name: DesignFile | 'rida.svg'): string {
  const kept = cached.get(name);
  if (kept !== undefined) return kept;
  const parts = name === 'rida.svg' ? [name] : PARTS[name];
  const text = parts.map((part) => readFileSync(packagedPath(part), 'utf8')).join('');
  cached.set(name, text);
  return text;
}

/** Return the path of a file for browsers: in the folder of a bundle, otherwise in its package. */
export function packagedPath(name: string): string | URL {
  const beside = besideCode(name);
  const packaged = PACKAGED[name];
  return packaged === undefined || existsSync(beside)
    ? beside
    : createRequire(import.meta.url).resolve(packaged);
}

/** Return the path of a font file: in the folder of a bundle, otherwise in its package. */
export function fontPath(name: string): string | URL {
  const bundled = besideCode(`fonts/${name}`);
  return existsSync(bundled)
    ? bundled
    : createRequire(import.meta.url).resolve(`${FONT_PACKAGE}/files/${name}`);
}

const versions = new Map<DesignFile, string>();

/** Return the version of the content of a style sheet or script. */
export function designVersion(name: DesignFile): string {
  const kept = versions.get(name);
  if (kept !== undefined) return kept;
  const version = createHash('sha256').update(designText(name)).digest('hex').slice(0, 8);
  versions.set(name, version);
  return version;
}

/**
 * Return the address of a style sheet or script with the version of its content, so that a page never gets the
 * style of another version.
 * @param folder the folder of the site, `/assets` or `/s/assets`
 */
export const designAddress = (name: DesignFile, folder: '/assets' | '/s/assets' = '/assets'): string =>
  `${folder}/${name}?v=${designVersion(name)}`;
