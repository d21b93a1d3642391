import { parentPort } from 'node:worker_threads';
import { resvgRasteriser } from './resvg-rasteriser.ts';

/** A picture to draw. */
export interface DrawRequest {
  readonly svg: string;
  readonly width: number;
}

export type DrawReply = { readonly png: Uint8Array } | { readonly failed: string };

const rasteriser = resvgRasteriser();

parentPort?.on('message', async ({ svg, width }: DrawRequest) => {
  const reply: DrawReply = await rasteriser.png(svg, width).then(
    (png) => ({ png }),
    (error: unknown) => ({ failed: String(error) }),
  );
  parentPort?.postMessage(reply);
});
