/** Return the value of a hidden field of a page in HTML; undefined for a page without it. */
export const hiddenField = (page: string, name: string): string | undefined =>
  new RegExp(`name="${name}"\\s+value="([^"]+)"`, 'u').exec(page)?.[1];
