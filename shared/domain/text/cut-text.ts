/** Cut a text to a number of UTF-16 code units without splitting a character in two. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const splits = /[\uD800-\uDBFF]/.test(text.charAt(length - 1));
  return text.slice(0, splits ? length - 1 : length);
}
