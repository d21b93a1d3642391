/** Makes pictures for mail clients, which do not show SVG. */
export interface Rasteriser {
  /**
   * Draw an SVG document, which has no external parts, as PNG.
   * @param width in pixels; the height follows from the document
   */
  png(svg: string, width: number): Promise<Uint8Array>;
}
