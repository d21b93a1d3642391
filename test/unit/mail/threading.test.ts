import { describe, expect, it } from 'vitest';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { type DecisionFacts, decideMail } from '#shared/domain/mail/decide-mail.ts';
import { ownMessageId, replyAddress } from '#shared/domain/mail/own-address.ts';
import { subjectTag } from '#shared/domain/mail/templates/terms.ts';
import { findReferences, type Threadable } from '#shared/domain/mail/threading.ts';

const REFERENCE = '9T9-0A9-2918';
const OTHER = '5A0-0A0-0000';
const RULES = { ownAddresses: ['help@rida.example'], ownMessageIdDomain: 'rida.example', parseReference };
const mail: Threadable = { to: [], cc: [], inReplyTo: null, references: [], subject: '' };

describe('findReferences', () => {
  it.each<[string, Partial<Threadable>, string]>([
    ['our address', { to: [{ address: replyAddress('help@rida.example', REFERENCE) }] }, 'address'],
    ['our address in capitals', { cc: [{ address: 'HELP+9t90a92918@Rida.Example' }] }, 'address'],
    ['the envelope', { recipients: ['help+9T90A92918@rida.example'] }, 'address'],
    ['In-Reply-To', { inReplyTo: ownMessageId(REFERENCE, 'ack', 'rida.example') }, 'message-id'],
    [
      'References',
      { references: ['<x@y>', ownMessageId(REFERENCE, 'reply/1', 'rida.example')] },
      'message-id',
    ],
    ['an Arabic subject', { subject: `رد: ${subjectTag(REFERENCE, 'ar')} استلمنا بلاغك` }, 'subject'],
    ['an English subject', { subject: `Re: ${subjectTag(REFERENCE, 'en')}` }, 'subject'],
    ['a subject with Arabic digits', { subject: '[رضا ٩T٩-٠A٩-٢٩١٨]' }, 'subject'],
    ['a subject without our tag', { subject: 'Re: 9T9-0A9-2918' }, 'subject'],
    ['an unclosed tag', { subject: '[Rida 9T9-0A9-2918' }, 'subject'],
    ['the text', { text: 'متابعة البلاغ 9t9–0a9–2918 من فضلكم' }, 'text'],
    ['the quoted text', { text: 'x', fullText: 'x\n> [Rida 9T9-0A9-2918]' }, 'quote'],
    ['the mail that a report returns', { reported: ['[Rida 9T9-0A9-2918] Lamp'] }, 'report'],
    ['a careless subject', { subject: '[rida: 9t9 0a9 2918 ]' }, 'subject'],
  ])('in %s', (_name, fields, source) => {
    expect(findReferences({ ...mail, ...fields }, RULES)).toMatchObject([{ reference: REFERENCE, source }]);
  });

  it.each<[string, Partial<Threadable>]>([
    ['another’s address', { to: [{ address: 'help+9T90A92918@elsewhere.example' }] }],
    ['another’s Message-ID', { inReplyTo: '<9T90A92918.ack@elsewhere.example>' }],
    ['a wrong check digit', { subject: '[Rida 9T9-0A9-2919]' }],
    ['ten digits, which are a telephone number', { subject: '9890292918' }],
    ['a part of a longer number', { subject: 'X9T9-0A9-29180' }],
  ])('not in %s', (_name, fields) => {
    expect(findReferences({ ...mail, ...fields }, RULES)).toEqual([]);
  });

  it('puts the strongest hint first and names each reference once', () => {
    const found = findReferences(
      {
        ...mail,
        to: [{ address: 'help+9T90A92918@rida.example' }],
        references: [ownMessageId(REFERENCE, 'a', 'rida.example')],
        subject: subjectTag(OTHER, 'en'),
      },
      RULES,
    );
    expect(found.map(({ reference, source }) => [reference, source])).toEqual([
      [REFERENCE, 'address'],
      [OTHER, 'subject'],
    ]);
  });

  it('knows Message-IDs that the sending service gave', () => {
    const sentIds = new Map([['<0100@me-south-1.amazonses.com>', REFERENCE]]);
    const reply = { ...mail, inReplyTo: '<0100@me-south-1.amazonses.com>' };
    expect(findReferences(reply, { ...RULES, sentMessageIds: sentIds })).toMatchObject([
      { reference: REFERENCE },
    ]);
  });
});

const facts: DecisionFacts = {
  from: 'Sara@example.com',
  dmarc: 'PASS',
  automatic: null,
  defects: [],
  candidates: [{ reference: REFERENCE, source: 'subject', found: REFERENCE }],
  cases: [{ reference: REFERENCE, participants: ['sara@example.com'], acceptsMessages: true }],
};
const own = { participants: ['sara@example.com'], acceptsMessages: true };

describe('decide', () => {
  it('appends what an authenticated participant writes', () =>
    expect(decideMail(facts)).toEqual({
      action: 'append',
      reference: REFERENCE,
      acknowledge: false,
      reasons: ['reference-in-subject'],
    }));

  it.each<[string, Partial<DecisionFacts>, string]>([
    ['DMARC failed', { dmarc: 'FAIL' }, 'sender-not-authenticated'],
    ['DMARC is grey', { dmarc: 'GRAY' }, 'sender-not-authenticated'],
    ['DMARC could not be checked', { dmarc: 'PROCESSING_FAILED' }, 'sender-not-authenticated'],
    ['a stranger wrote it', { from: 'eve@example.net' }, 'sender-not-a-participant'],
    ['two wrote it', { defects: ['several-authors'] }, 'several-authors'],
    [
      'the case is closed for good',
      { cases: [{ reference: REFERENCE, ...own, acceptsMessages: false }] },
      'case-not-open-to-messages',
    ],
  ])('opens a linked case when %s', (_name, change, reason) => {
    const decision = decideMail({ ...facts, ...change });
    expect(decision).toMatchObject({ action: 'open', linkedTo: REFERENCE });
    expect(decision.reference).toBeUndefined();
    expect(decision.reasons).toContain(reason);
  });

  it('continues with the next reference when the first belongs to another person', () => {
    const candidates = [OTHER, REFERENCE].map((reference) => ({
      reference,
      source: 'subject' as const,
      found: '',
    }));
    const cases = [
      { reference: OTHER, participants: ['omar@example.com'], acceptsMessages: true },
      ...facts.cases,
    ];
    expect(decideMail({ ...facts, candidates, cases })).toMatchObject({
      action: 'append',
      reference: REFERENCE,
    });
  });

  it.each<[string, Partial<DecisionFacts>, object]>([
    [
      'without a reference',
      { candidates: [], cases: [] },
      { action: 'open', acknowledge: true, reasons: ['no-reference'] },
    ],
    [
      'with an unknown reference',
      { cases: [] },
      { action: 'open', acknowledge: true, reasons: ['unknown-reference'] },
    ],
    ['unauthenticated', { candidates: [], dmarc: 'GRAY' }, { action: 'open', acknowledge: false }],
    [
      'by two authors',
      { candidates: [], defects: ['several-authors'] },
      { action: 'open', acknowledge: false },
    ],
    [
      'a newsletter',
      { candidates: [], automatic: { kind: 'bulk', why: 'list-id' } },
      { action: 'open', acknowledge: false },
    ],
    [
      'a bounce',
      { automatic: { kind: 'delivery-report', why: 'content-type' } },
      { action: 'feedback', acknowledge: false },
    ],
    [
      'an absence',
      { automatic: { kind: 'out-of-office', why: 'subject' } },
      { action: 'feedback', acknowledge: false },
    ],
    ['our own', { automatic: { kind: 'own', why: 'from' } }, { action: 'own', acknowledge: false }],
    ['no author', { from: null }, { action: 'quarantine', acknowledge: false, reasons: ['no-sender'] }],
    ['two From headers', { defects: ['several-from-headers'] }, { action: 'quarantine', acknowledge: false }],
  ])('%s', (_name, change, expected) => expect(decideMail({ ...facts, ...change })).toMatchObject(expected));

  it('links nothing when no case is known', () =>
    expect(decideMail({ ...facts, cases: [] }).linkedTo).toBeUndefined());
});
