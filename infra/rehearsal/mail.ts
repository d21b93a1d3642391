import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { parseMail } from '#shared/adapters/mail/parse-mail.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import type { AwsCall } from './aws-call.ts';
import { type Caller, formCall, jsonCall, restCall } from './aws-client.ts';
import type { DeployedStack } from './stack.ts';

/** A mail to the centre. */
export interface Written {
  readonly from: { readonly name: string; readonly address: string };
  readonly to?: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly inReplyTo?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The complete mail in place of the fields. */
  readonly raw?: Uint8Array;
  /** The verdicts of SES that are not `PASS`. */
  readonly verdicts?: Readonly<Record<string, { readonly status: string }>>;
  /** The notice is lost: only the object is in the bucket. */
  readonly lost?: boolean;
}

/** A mail that the centre sent, as its recipients read it. */
export interface Letter {
  readonly id: string;
  readonly to: readonly string[];
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly mail: ParsedMail;
}

interface S3Action {
  readonly BucketName: string;
  readonly ObjectKeyPrefix: string;
  readonly TopicArn: string;
}

export interface MailProps {
  readonly stack: DeployedStack;
  readonly own: Caller;
  readonly helpAddress: string;
  now(): number;
}

interface ReceiptRule {
  readonly RuleSetName: string;
  readonly After?: string;
  readonly Rule: {
    readonly Recipients: readonly string[];
    readonly Actions: readonly [{ readonly S3Action: S3Action }];
  };
}

/**
 * Return the first rule that receives a mail. A recipient is an address, with any label, or a domain (SES developer
 * guide, "Recipient conditions").
 */
function ruleFor(stack: DeployedStack, to: string): ReceiptRule {
  const [local = '', domain = ''] = to.split('@');
  const plain = `${local.split('+')[0]}@${domain}`;
  const found = stack
    .all('AWS::SES::ReceiptRule')
    .map(({ properties }) => properties as unknown as ReceiptRule)
    .sort((a, b) => Number(a.After !== undefined) - Number(b.After !== undefined))
    .find(({ Rule }) => Rule.Recipients.includes(plain) || Rule.Recipients.includes(domain));
  if (!found) throw new Error(`no rule receives ${to}`);
  return found;
}

/** Return a mail as SES got it: version 1 of its API has it in a form. */
async function letterOf(form: Readonly<Record<string, string>>, answer: string): Promise<Letter> {
  const list = (name: RegExp) =>
    Object.entries(form)
      .filter(([key]) => name.test(key))
      .map(([, value]) => value);
  const mail = await parseMail(Buffer.from(form['RawMessage.Data'] ?? '', 'base64'));
  if (mail.kind !== 'parsed') throw new Error('the centre sent a mail that cannot be read');
  const names = list(/^Tags\.member\.\d+\.Name$/u);
  const values = list(/^Tags\.member\.\d+\.Value$/u);
  return {
    id: /<MessageId>([^<]+)/u.exec(answer)?.[1] ?? '',
    to: list(/^Destinations\.member\.\d+$/u),
    tags: {
      'ses:configuration-set': [form.ConfigurationSetName ?? ''],
      ...Object.fromEntries(names.map((name, at) => [name, [values[at] ?? '']])),
    },
    mail,
  };
}

/** Amazon SES: receives mail by the rule of the template, keeps sent mail, and reports what became of it. */
export class Mail {
  readonly letters: Letter[] = [];
  readonly #props: MailProps;
  #received = 0;
  #unread: Promise<Letter>[] = [];

  constructor(props: MailProps) {
    this.#props = props;
  }

  /**
   * Receive a mail: SES stores it and tells the topic, if a rule set is active.
   *
   * @throws Error when the mail is refused
   */
  async receive(written: Written): Promise<void> {
    const { stack, own, helpAddress } = this.#props;
    const active = await formCall(own, 'ses', {
      Action: 'DescribeActiveReceiptRuleSet',
      Version: '2010-12-01',
    });
    const to = written.to ?? helpAddress;
    const { RuleSetName, Rule } = ruleFor(stack, to);
    if (!active.includes(`<Name>${RuleSetName}</Name>`))
      throw new Error(`the rule set ${RuleSetName} is not active`);
    const { BucketName, ObjectKeyPrefix, TopicArn } = Rule.Actions[0].S3Action;
    this.#received += 1;
    const messageId = `ses${String(this.#received).padStart(37, '0')}`;
    const objectKey = ObjectKeyPrefix + messageId;
    await restCall(own, 's3', 'PUT', `/${BucketName}/${objectKey}`, await this.#raw(written, to));
    if (written.lost) return;
    const timestamp = new Date(this.#props.now()).toISOString();
    const passed = { status: 'PASS' };
    const Message = JSON.stringify({
      notificationType: 'Received',
      mail: { timestamp, messageId, source: written.from.address, destination: [to] },
      receipt: {
        ...{ timestamp, processingTimeMillis: 300, recipients: [to] },
        ...{ spamVerdict: passed, virusVerdict: passed, spfVerdict: passed, dkimVerdict: passed },
        dmarcVerdict: passed,
        ...written.verdicts,
        action: {
          type: 'S3',
          topicArn: TopicArn,
          bucketName: BucketName,
          objectKeyPrefix: ObjectKeyPrefix,
          objectKey,
        },
      },
    });
    await formCall(own, 'sns', { Action: 'Publish', Version: '2010-03-31', TopicArn, Message });
  }

  /** Keep a mail that a function sent. */
  sent({ input }: AwsCall, answer: string): void {
    this.#unread.push(letterOf(input as Readonly<Record<string, string>>, answer));
  }

  /** Read all sent mails. @throws Error for a mail that cannot be read */
  async read(): Promise<void> {
    const unread = this.#unread;
    this.#unread = [];
    this.letters.push(...(await Promise.all(unread)));
  }

  /** Return the mails to an address, oldest first. */
  to(address: string): Letter[] {
    return this.letters.filter(({ to }) => to.some((one) => one.includes(address)));
  }

  /** Publish what became of a sent mail, as the event destination of the configuration set does. */
  async feedback(letter: Letter, kind: 'Bounced' | 'Complaint Received' | 'Delivered'): Promise<void> {
    const recipients = letter.to.map((emailAddress) => ({
      emailAddress,
      status: '5.1.1',
      diagnosticCode: 'no such user',
    }));
    const timestamp = new Date(this.#props.now()).toISOString();
    const eventType = { Bounced: 'Bounce', 'Complaint Received': 'Complaint', Delivered: 'Delivery' }[kind];
    const detail = {
      eventType,
      mail: { messageId: letter.id, timestamp, destination: letter.to, tags: letter.tags },
      ...(kind === 'Bounced' && {
        bounce: {
          bounceType: 'Permanent',
          bounceSubType: 'General',
          bouncedRecipients: recipients,
          timestamp,
        },
      }),
      ...(kind === 'Complaint Received' && { complaint: { complainedRecipients: recipients, timestamp } }),
      ...(kind === 'Delivered' && { delivery: { recipients: letter.to, timestamp } }),
    };
    const Entries = [
      {
        ...{ Source: 'aws.ses', DetailType: `Email ${kind}`, EventBusName: 'default' },
        Detail: JSON.stringify(detail),
      },
    ];
    await jsonCall(this.#props.own, 'events', 'PutEvents', { Entries });
  }

  async #raw(written: Written, to: string): Promise<Uint8Array> {
    if (written.raw) return written.raw;
    const { from, subject, text, messageId, inReplyTo, headers = {} } = written;
    return new MailComposer({
      ...{ from, to, subject, text, messageId, headers: { ...headers } },
      date: new Date(this.#props.now()),
      ...(inReplyTo !== undefined && { inReplyTo, references: [inReplyTo] }),
    })
      .compile()
      .build();
  }
}

/** Return the parameters of SES for a receipt rule of the template. */
export function ruleParameters(properties: Readonly<Record<string, unknown>>): Record<string, string> {
  const { RuleSetName, Rule } = properties as {
    RuleSetName: string;
    Rule: { Name: string; Recipients: string[]; Actions: { S3Action: Readonly<Record<string, string>> }[] };
  };
  const action = Object.entries(Rule.Actions[0]?.S3Action ?? {}).map(([name, value]) => [
    `Rule.Actions.member.1.S3Action.${name}`,
    value,
  ]);
  return {
    ...{ Action: 'CreateReceiptRule', RuleSetName, 'Rule.Name': Rule.Name, 'Rule.Enabled': 'true' },
    ...Object.fromEntries(Rule.Recipients.map((one, at) => [`Rule.Recipients.member.${at + 1}`, one])),
    ...(Object.fromEntries(action) as Record<string, string>),
  };
}
