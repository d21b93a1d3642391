import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const FONT_PACKAGE = '@expo-google-fonts/ibm-plex-sans-arabic';

/** The files of the rasteriser by their names here, with their places in packages. */
const PACKAGED = {
  'index_bg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
  // The typeface of the pages with the letters of both languages in one file, as the rasteriser needs it.
  'regular.ttf': `${FONT_PACKAGE}/400Regular/IBMPlexSansArabic_400Regular.ttf`,
  'semi-bold.ttf': `${FONT_PACKAGE}/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf`,
} as const;

export type PictureFile = keyof typeof PACKAGED;

/** The names of all files of the rasteriser. A bundle has them in the folder `pictures` beside its code. */
export const PICTURE_FILES = Object.keys(PACKAGED) as readonly PictureFile[];

/** Return the path of a file: in the folder of a bundle, otherwise in its package. */
export function picturePath(name: PictureFile): string | URL {
  const bundled = new URL(`./pictures/${name}`, import.meta.url);
  return existsSync(bundled) ? bundled : createRequire(import.meta.url).resolve(PACKAGED[name]);
}
