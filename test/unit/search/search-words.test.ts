import { describe, expect, it } from 'vitest';
import { rootsOf, searchQueries } from '#shared/domain/search/search-query.ts';
import { foldForSearch, searchNumbers, searchWords } from '#shared/domain/search/search-words.ts';

describe('folding', () => {
  it.each([
    ['hamza carriers', ['أحمد', 'إحمد', 'آحمد', 'ٱحمد', 'احمد']],
    ['ta marbuta and ha', ['حفرة', 'حفره']],
    ['alif maqsura, ya and Persian ya', ['مبنى', 'مبني', 'مبنی']],
    ['marks and tatweel', ['مُحَمَّد', 'محـــمد', 'محمد']],
    ['the hamza on the line', ['كهرباء', 'كهربا']],
    ['hamza on ya', ['قائمة', 'قايمه']],
    ['hamza on waw', ['مؤتمر', 'موتمر']],
    ['two spellings of one word', ['مسؤول', 'مسئول', 'مسوول']],
    ['one waw or two', ['داود', 'داوود', 'داؤد']],
    ['presentation forms', ['ﺣﻔﺮﺓ', 'حفرة']],
    ['Persian and Urdu letters', ['کتاب', 'كتاب']],
    ['Urdu ha', ['ہدی', 'هدى']],
    ['digits of any script', ['٤٥٦', '۴۵۶', '४५६', '４５６', '456']],
    ['Latin letters', ['Café', 'CAFÉ', 'cafe', 'cafe\u0301']],
    ['a decomposed hamza', ['ا\u0654حمد', 'أحمد']],
    ['invisible characters', ['حف\u200fرة', '\u202bحفرة\u202c', 'حف\u00adرة', 'حفرة']],
    ['thousands', ['1,250,000', '1250000']],
    ['dashes', ['88–2210', '88‑2210', '88−2210', '88-2210']],
  ])('%s become one', (_, spellings) => {
    expect(new Set(spellings.map(foldForSearch)).size).toBe(1);
  });

  it.each([
    ['حفرة', 'حفلة'],
    ['1,25', '125'],
    ['باب', 'بابا'],
  ])('%s and %s stay two', (one, other) => {
    expect(foldForSearch(one)).not.toBe(foldForSearch(other));
  });
});

describe('the words of a text', () => {
  it.each([
    ['البلدية', ['البلديه', 'بلديه']],
    ['والبلدية', ['والبلديه', 'بلديه']],
    ['بالبلدية', ['بالبلديه', 'بلديه']],
    ['فبالبلدية', ['فبالبلديه', 'بلديه']],
    ['وكالبلدية', ['وكالبلديه', 'بلديه']],
    ['للبلدية', ['للبلديه', 'بلديه']],
    ['وللجنة', ['وللجنه', 'لجنه']],
    ['وشارع', ['وشارع', 'شارع']],
    ['بشارع', ['شارع']],
    ['ولد', ['ولد']],
    ['الله', ['الله']],
    ['عبد الله', ['عبدالله', 'عبد', 'الله']],
    ['4K7-2M9-0382', ['4k72m90382', '4k7']],
    ['norah.q@example.com', ['norahqexamplecom', 'norah', 'example']],
    ['0551234567', ['551234567', '0551234567', '966551234567']],
    ['+966 (55) 123-4567', ['551234567', '0551234567', '966551234567']],
    ['1445/2237', ['1445', '2237', '14452237']],
    ["the city's lights", ['city', 'lights']],
  ])('%s: %j are among them', (text, words) => {
    expect(searchWords(text)).toEqual(expect.arrayContaining(words));
  });

  it.each(['ولد', 'بيت', 'الو', 'وزن'])('%s is not cut to a stump', (word) => {
    expect(searchWords(word).every((one) => [...one].length >= 3)).toBe(true);
  });

  it('have a limit, also without spaces', () => {
    const many = Array.from({ length: 20_000 }, (_, n) => `word${n}`).join(' ');
    expect(searchWords(many).length).toBeLessThanOrEqual(6_000);
    expect(searchWords('ا'.repeat(100_000)).every((word) => word.length <= 48)).toBe(true);
    expect(searchWords('1-'.repeat(100_000)).every((word) => word.length <= 48)).toBe(true);
  });

  it('of quoted history are its addresses and numbers', () => {
    const found = searchNumbers('سالم، جوال 055 123 4567، salem@example.com، مكتب 12، الحي 7 فقط');
    expect(found).toEqual(expect.arrayContaining(['551234567', 'salemexamplecom']));
    expect(found).not.toContain('سالم');
    expect(found).not.toContain('12');
  });
});

describe('a search', () => {
  it.each([
    ['', []],
    ['  .,؛ ', []],
    ['في من', ['في', 'من']],
    ['شكوى في البلدية', ['شكوي', 'بلدي']],
    ['و حفرة', ['حفر']],
    ['الإنارة', ['انار']],
    ['مواطنين', ['مواطن']],
    ['تعاون', ['تعاون']],
    ['قانون', ['قانون']],
    ['بلدية', ['بلدي']],
    ['class', ['class']],
    ['lights', ['light']],
  ])('%s: its words begin with %j', (typed, roots) => {
    expect(searchQueries(typed).flatMap(rootsOf)).toEqual(roots);
  });

  it('of identifiers with other words is tried with them first, then alone', () => {
    const [together, alone, ...others] = searchQueries('نورة <Norah@Example.com> 055 123 4567');
    expect(together?.terms).toHaveLength(3);
    expect(together?.identifiers).toBeUndefined();
    expect(alone?.terms).toHaveLength(2);
    expect(alone?.identifiers).toEqual(['Norah@Example.com', '055 123 4567']);
    expect(others).toEqual([]);
  });

  it.each([
    '[Rida 4K7-2M9-0382] إنارة',
    '#4k72m90382',
    'رقم المعاملة: 4K7 2M9 0382',
    '٤K٧-٢M٩-٠٣٨٢',
    'Re: [رضا 4K7-2M9-0382]',
  ])('%s: has the reference', (typed) => {
    expect(searchQueries(typed).at(-1)?.terms.flat(2)).toContain('4k72m90382');
  });

  it('of a pasted letter has a limit', () => {
    const letter = Array.from({ length: 400 }, (_, n) => `كلمة${n}`).join(' ');
    expect(searchQueries(letter)[0]?.terms.length).toBe(12);
  });
});
