import { encodedWord, encodeIn } from '../eml.ts';
import { bytes, mail, type Row } from './row.ts';

const NAME = 'نورة القحطاني';

const from = (name: string, value: string | Uint8Array, expected: Row['out']['from']): Row => ({
  name,
  raw: mail([typeof value === 'string' ? `From: ${value}` : bytes('From: ', value)], 'x'),
  out: { from: expected ?? null, decision: expected ? 'open' : 'quarantine' },
});

export const ADDRESS_ROWS: readonly Row[] = [
  from('a bare address', 'norah@example.com', ['', 'norah@example.com']),
  from('an address written as a link', '<mailto:norah@example.com>', ['', 'norah@example.com']),
  from('a quoted name', '"Ahmad, Sara" <sara@example.com>', ['Ahmad, Sara', 'sara@example.com']),
  from('a name with a comma and no quotes', 'Ahmad, Sara <sara@example.com>', [
    'Ahmad, Sara',
    'sara@example.com',
  ]),
  from('an encoded name', `${encodedWord('utf-8', Buffer.from(NAME))} <n@example.com>`, [
    NAME,
    'n@example.com',
  ]),
  from('an encoded name in quotes', `"${encodedWord('utf-8', Buffer.from(NAME))}" <n@example.com>`, [
    NAME,
    'n@example.com',
  ]),
  from(
    'a name in windows-1256',
    `${encodedWord('windows-1256', encodeIn('windows-1256', NAME))} <n@example.com>`,
    [NAME, 'n@example.com'],
  ),
  from(
    'a name split inside a character',
    `=?utf-8?B?${Buffer.from(NAME).subarray(0, 5).toString('base64')}?=\r\n =?utf-8?B?${Buffer.from(NAME).subarray(5).toString('base64')}?= <n@example.com>`,
    [NAME, 'n@example.com'],
  ),
  from('a raw name in UTF-8', `${NAME} <n@example.com>`, [NAME, 'n@example.com']),
  from('a raw name in windows-1256', bytes(encodeIn('windows-1256', NAME), ' <n@example.com>'), [
    NAME,
    'n@example.com',
  ]),
  from('a name in a comment', 'n@example.com (Norah Q)', ['Norah Q', 'n@example.com']),
  from('a domain in capitals', 'Norah <Norah@EXAMPLE.COM>', ['Norah', 'Norah@example.com']),
  from(
    'an encoded name that holds an address',
    `${encodedWord('utf-8', Buffer.from('boss@rida.example'))} <eve@example.net>`,
    ['boss@rida.example', 'eve@example.net'],
  ),
  from('an encoded comma', '=?utf-8?Q?Ahmad=2C_Sara?= <sara@example.com>', [
    'Ahmad, Sara',
    'sara@example.com',
  ]),
  from('a name that reorders text', '\u202eevil <e@example.com>', ['evil', 'e@example.com']),
  from('no address in it', 'Norah', null),
  from('nothing in it', '<>', null),
  {
    name: 'no From',
    raw: mail(['From:'], 'x'),
    out: { from: null, decision: 'quarantine', reasons: ['no-sender'] },
  },
  {
    name: 'two From headers',
    raw: mail(['From: a@example.com', 'From: b@example.com'], 'x'),
    out: { decision: 'quarantine', reasons: ['several-from-headers'] },
  },
  {
    name: 'two authors in one From, who may not write to the case they name',
    raw: mail(['From: a@example.com, b@example.com', 'To: help+9T90A92918@rida.example'], 'x'),
    out: {
      from: ['', 'a@example.com'],
      decision: 'open',
      reasons: ['several-authors', 'reference:9T9-0A9-2918'],
    },
  },
  {
    name: 'a sender that is not the author',
    raw: mail(['From: Sara <sara@example.com>', 'Sender: office@example.net'], 'x'),
    out: { from: ['Sara', 'sara@example.com'], decision: 'open' },
  },
  {
    name: 'a group as recipients',
    raw: mail(['To: Team: a@example.com, "B, C" <b@example.com>;'], 'x'),
    out: { to: ['a@example.com', 'b@example.com'] },
  },
  {
    name: 'undisclosed recipients',
    raw: mail(['To: undisclosed-recipients:;'], 'x'),
    out: { to: [], decision: 'open' },
  },
  { name: 'no To', raw: mail(['To:'], 'x'), out: { to: [], decision: 'open' } },
  {
    name: 'two To headers',
    raw: mail(['To: a@example.com', 'To: b@example.com'], 'x'),
    out: { to: ['a@example.com', 'b@example.com'] },
  },
  {
    name: 'a group as author',
    raw: mail(['From: Residents: sara@example.com;'], 'x'),
    out: { from: ['', 'sara@example.com'], decision: 'open' },
  },
  {
    name: 'a reference in the address of the author’s own case',
    raw: mail(['To: help+9T90A92918@rida.example'], 'x'),
    out: { decision: 'append', reasons: ['reference-in-address', 'reference:9T9-0A9-2918'] },
  },
  {
    name: 'a reference in an Arabic subject',
    raw: mail(['Subject: رد: [رضا ٩T٩-٠A٩-٢٩١٨] الإنارة'], 'x'),
    out: { decision: 'append', reasons: ['reference-in-subject'] },
  },
  {
    name: 'a reference with a wrong check letter',
    raw: mail(['Subject: [Rida 9T9-0A9-2919]'], 'x'),
    out: { decision: 'open', reasons: ['no-reference'] },
  },
];
