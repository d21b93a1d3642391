import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The tables of the first releases, which stored no version in the file, as printed by `.schema`. */
const TABLES = `
  CREATE TABLE blobs (key TEXT PRIMARY KEY, type TEXT NOT NULL, bytes BLOB NOT NULL);
  CREATE TABLE inbox (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE items (
    pk TEXT NOT NULL, sk TEXT NOT NULL, bp TEXT, bs TEXT, dp TEXT, ds TEXT,
    body TEXT NOT NULL, PRIMARY KEY (pk, sk)) WITHOUT ROWID;
  CREATE INDEX "by-beneficiary" ON items (bp, bs, pk) WHERE bp IS NOT NULL;
  CREATE INDEX "desk" ON items (dp, ds, pk) WHERE dp IS NOT NULL;
  CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, pk TEXT NOT NULL, sk TEXT NOT NULL, UNIQUE (pk, sk));
  CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, body TEXT NOT NULL,
    visible_at INTEGER NOT NULL DEFAULT 0, receives INTEGER NOT NULL DEFAULT 0);`;

/** A case in the form of those releases: one-letter names, base-36 facts. */
const CASE = {
  ...{ pk: 'CASE#8T8-5M2-0061', sk: 'HEAD', bp: 'BEN#2xhN4f4R4I2Lb7ag' },
  bs: '2026-11-29T12:57:04.979Z#8T8-5M2-0061',
  dp: 'DUE#0',
  ds: '2026-11-30T06:00:00.000Z#a#operations#8T8-5M2-0061',
  body: JSON.stringify({
    ...{ v: 1, cs: 'alzE22zcEumT', t: 'report', k: 'lighting', d: 'operations', s: 'Street light' },
    b: { i: '2xhN4f4R4I2Lb7ag', n: 'Norah', e: 'norah@example.com', a: true },
    ...{ g: 'unknown', h: 'mail', l: 'en', p: 'normal', st: 'new', o: 1_795_957_024_979, n: 0 },
    ...{ f: 'omx1ufxeb', fi: [], lv: 0, m: '<one@example.com>', du: 1_796_018_400_000 },
  }),
};

/** Write a data folder in the form of the first releases. */
export function writeVersion0(folder: string): void {
  const database = new DatabaseSync(join(folder, 'rida.db'));
  database.exec(TABLES);
  const names = Object.keys(CASE);
  const places = names.map(() => '?').join(', ');
  database.prepare(`INSERT INTO items (${names.join(', ')}) VALUES (${places})`).run(...Object.values(CASE));
  database.close();
}
