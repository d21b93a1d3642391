import { readFile } from 'node:fs/promises';
import type { Rasteriser } from '#shared/ports/rasteriser.ts';
import { type PictureFile, picturePath } from './picture-files.ts';

const FAMILY = 'IBM Plex Sans Arabic';

/** The library with its fonts. It is loaded once for a process, when the first picture is made. */
async function load() {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  const read = async (name: PictureFile) => new Uint8Array(await readFile(picturePath(name)));
  await initWasm(await read('index_bg.wasm'));
  const fontBuffers = await Promise.all((['regular.ttf', 'semi-bold.ttf'] as const).map(read));
  return { Resvg, fontBuffers };
}

let loaded: ReturnType<typeof load> | undefined;

/**
 * Return a rasteriser that draws with resvg, compiled to WebAssembly, and with the bundled typeface: it joins Arabic
 * letters and keeps the order of numbers in them.
 */
export function resvgRasteriser(): Rasteriser {
  return {
    async png(svg, width) {
      loaded ??= load();
      const { Resvg, fontBuffers } = await loaded;
      const drawing = new Resvg(svg, {
        fitTo: { mode: 'width', value: width },
        font: { fontBuffers, defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
      });
      const image = drawing.render();
      const png = image.asPng();
      image.free();
      drawing.free();
      return png;
    },
  };
}
