const ATEXT = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const DOT_ATOM = `${ATEXT}(?:\\.${ATEXT})*`;
/** `<left@right>`: each side a dot-atom, the right one also a literal (RFC 5322 §3.6.4). */
const MESSAGE_ID = new RegExp(`^<(?<left>${DOT_ATOM})@(?<right>${DOT_ATOM}|\\[[!-Z^-~]*\\])>$`);
/** Octets of a side. A header line that names the id is then far below the 998 of RFC 5322 §2.1.1. */
const LONGEST = 255;

/** Return true for a Message-ID that every mail server takes in a header. Received ones may be anything. */
export function isMessageId(text: string): boolean {
  const { left = '', right = '' } = MESSAGE_ID.exec(text)?.groups ?? {};
  return left !== '' && left.length <= LONGEST && right.length <= LONGEST;
}
