import { ByteReader, CutShort } from './byte-reader.ts';
import { decodeText } from './charset.ts';
import { type MapiValue, mapiProperties, withoutNull } from './mapi-properties.ts';

/** A file inside Outlook's wrapper. */
interface TnefFile {
  readonly name: string;
  /** Outlook's media type. Empty when missing. */
  readonly type: string;
  readonly content: Uint8Array;
}

/** The content of a `winmail.dat` (MS-OXTNEF). */
export interface Tnef {
  readonly text: string;
  readonly html: string;
  readonly files: readonly TnefFile[];
}

const SIGNATURE = 0x223e9f78;
/** The level of an attribute of a file. The other attributes belong to the message. */
const OF_FILE = 2;
const MOST_ATTRIBUTES = 4_000;
const MOST_FILES = 200;

/** Attributes by the low half of their id (MS-OXTNEF 2.1.3.1). */
const ATTRIBUTE = {
  body: 0x800c,
  data: 0x800f,
  title: 0x8010,
  rendering: 0x9002,
  message: 0x9003,
  attachment: 0x9005,
  codepage: 0x9007,
} as const;

/** Properties of MAPI (MS-OXPROPS). */
const PROPERTY = {
  body: 0x1000,
  html: 0x1013,
  data: 0x3701,
  fileName: 0x3704,
  longFileName: 0x3707,
  mimeType: 0x370e,
  internetCodepage: 0x3fde,
} as const;

const charsetOf = (codepage: number): string | null => {
  if (codepage === 65001) return 'utf-8';
  if (codepage >= 28591 && codepage <= 28606) return `iso-8859-${codepage - 28590}`;
  return codepage > 0 && codepage < 2000 ? `windows-${codepage}` : null;
};

interface FileDraft {
  title: string;
  data: Uint8Array;
  properties: ReadonlyMap<number, MapiValue>;
}

const textIn = (value: MapiValue | undefined, charset: string | null): string =>
  typeof value === 'string' ? value : value instanceof Uint8Array ? decodeText(value, charset) : '';

function fileOf({ title, data, properties }: FileDraft): TnefFile[] {
  const word = (id: number): string => textIn(properties.get(id), null);
  const inside = properties.get(PROPERTY.data);
  const content = data.length > 0 || !(inside instanceof Uint8Array) ? data : inside;
  const name = word(PROPERTY.longFileName) || word(PROPERTY.fileName) || title;
  return content.length === 0 ? [] : [{ name, type: word(PROPERTY.mimeType), content }];
}

/**
 * Parse Outlook's wrapper: its files, and its text unless it is RTF. Return undefined for other data. From a
 * damaged wrapper return the content before the damage. Checksums are not verified.
 */
export function readTnef(bytes: Uint8Array): Tnef | undefined {
  const reader = new ByteReader(bytes);
  if (bytes.length < 6 || reader.u32() !== SIGNATURE) return undefined;
  reader.u16();
  const files: FileDraft[] = [];
  let charset: string | null = null;
  let text = '';
  let html = '';
  const takeOfMessage = (id: number, data: Uint8Array): void => {
    if (id === ATTRIBUTE.codepage) charset = charsetOf(new ByteReader(data).u32());
    if (id === ATTRIBUTE.body) text ||= withoutNull(decodeText(data, charset));
    if (id !== ATTRIBUTE.message) return;
    const properties = mapiProperties(data, charset);
    const codepage = properties.get(PROPERTY.internetCodepage);
    const htmlCharset = typeof codepage === 'number' ? charsetOf(codepage) : charset;
    text ||= textIn(properties.get(PROPERTY.body), charset);
    html ||= textIn(properties.get(PROPERTY.html), htmlCharset);
  };
  const takeOfFile = (id: number, data: Uint8Array): void => {
    const file = files.at(-1);
    if (id === ATTRIBUTE.rendering && files.length < MOST_FILES)
      files.push({ title: '', data: new Uint8Array(), properties: new Map() });
    if (id === ATTRIBUTE.title && file) file.title = withoutNull(decodeText(data, charset));
    if (id === ATTRIBUTE.data && file) file.data = data;
    if (id === ATTRIBUTE.attachment && file) file.properties = mapiProperties(data, charset);
  };
  try {
    for (let at = 0; at < MOST_ATTRIBUTES && reader.left >= 9; at += 1) {
      const isOfFile = reader.u8() === OF_FILE;
      const id = reader.u16();
      reader.u16();
      const data = reader.take(reader.u32());
      if (isOfFile) takeOfFile(id, data);
      else takeOfMessage(id, data);
      reader.u16();
    }
  } catch (error) {
    if (!(error instanceof CutShort)) throw error;
  }
  return { text, html, files: files.flatMap(fileOf) };
}
