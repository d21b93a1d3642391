import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filePicker } from '#functions/web/shell/file-picker.ts';

const ROOT = new URL('../../../', import.meta.url);

/** Return the files of the pages that write a field for files themselves. */
const writingOne = (): readonly string[] =>
  ['functions/web', 'infra/local/web'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, ROOT), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`)
      .filter((path) => /type=\\?["']?file\b/u.test(readFileSync(new URL(path, ROOT), 'utf8'))),
  );

describe('a field for files', () => {
  it('is written in one place, with the words of the page', () => {
    expect(writingOne()).toEqual(['functions/web/shell/file-picker.ts']);
  });

  it.each([
    ['ar', false, 'اختيار ملف<', 'لم يُختر ملف'],
    ['ar', true, 'اختيار ملفات<', 'لم يُختر ملف'],
    ['en', false, 'Choose a file<', 'No file chosen'],
    ['en', true, 'Choose files<', 'No file chosen'],
  ] as const)('asks in %s for several: %s', (language, isMany, choose, none) => {
    const field = String(filePicker(language, { name: 'files', isMany, accept: '.csv' }));
    expect(field).toContain(choose);
    expect(field).toContain(`data-none="${none}">${none}<`);
    expect(field).toContain('accept=".csv"');
    expect(field.includes(' multiple')).toBe(isMany);
  });
});
