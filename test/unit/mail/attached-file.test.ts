import { describe, expect, it } from 'vitest';
import { isDangerous, mediaTypeOf } from '#shared/domain/mail/attached-file.ts';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf16 = (text: string) => bytes([...text].map((sign) => `${sign}\0`).join(''));

describe('a file that must not go out', () => {
  it.each([
    'setup.exe',
    'تقرير.EXE',
    'invoice.pdf.js',
    'page.html',
    'drawing.svg',
    'old.docm',
    'trick.exe.',
    'trick.exe . ',
    'wide.ｅｘｅ',
    'link.lnk',
  ])('is known by its name: %s', (name) => {
    expect(isDangerous(name, bytes('anything'))).toBe(true);
  });

  it.each([
    ['a program', bytes('MZ\u0090\0')],
    ['a program of Linux', bytes('\u007fELF')],
    ['a script', bytes('#!/bin/sh\n')],
    ['a page', bytes('\n <!DOCTYPE html>')],
    ['a page in UTF-16', utf16('<script>')],
  ])('is known by its content under a harmless name: %s', (_, content) => {
    expect(isDangerous('صورة.txt', content)).toBe(true);
  });

  it.each([
    ['letter.pdf', bytes('%PDF-1.7 <html>')],
    ['photo.jpg', bytes('\u00ff\u00d8\u00ff\u00e0')],
    ['plan.docx', bytes('PK\u0003\u0004')],
    ['notes.txt', bytes('a < b and html')],
    ['no ending', bytes('')],
  ])('is not %s', (name, content) => {
    expect(isDangerous(name, content)).toBe(false);
  });
});

describe('the type of a file', () => {
  it.each([
    ['anything.txt', '%PDF-1.4', 'application/pdf'],
    ['a', '\u0089PNG\r\n\u001a\n', 'image/png'],
    ['a', '\u00ff\u00d8\u00ff\u00e1', 'image/jpeg'],
    ['a', 'GIF89a', 'image/gif'],
    ['a', 'RIFF\0\0\0\0WEBPVP8', 'image/webp'],
    ['a.docx', 'PK\u0003\u0004', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a.odt', 'PK\u0003\u0004', 'application/zip'],
    ['a.pdf', 'no pdf', 'application/octet-stream'],
    ['a', '', 'application/octet-stream'],
  ])('of %s that begins with %j is %s', (name, start, type) => {
    expect(mediaTypeOf(name, bytes(start))).toBe(type);
  });
});
