import { html } from 'hono/html';
import type { Html } from '#functions/web/shell/http/html.ts';
import type { LocalText } from './local-text.ts';

interface Answered {
  readonly id: string;
  /** The recipient of the mail, who replies to it. */
  readonly to: string;
  readonly subject: string;
}

const answerTo = (subject: string): string => (/^re:/iu.test(subject) ? subject : `Re: ${subject}`);

/** Render a form to write to the centre, or to reply to one of its mails. */
export const mailForm = (w: LocalText, answered?: Answered): Html => html`<section class="card">
<h2>${answered ? w.answer : w.writeTitle}</h2><p>${w.writeText}</p>
<form method="post" action="/mailbox">
${answered ? html`<input type="hidden" name="answers" value="${answered.id}">` : ''}
<label class="field"><span>${w.yourName}</span><input name="name" maxlength="60" dir="auto" value="${answered ? '' : 'نورة القحطاني'}"></label>
<label class="field"><span>${w.yourAddress}</span><input name="address" type="email" required dir="ltr" value="${answered?.to ?? 'norah@example.com'}"></label>
<label class="field"><span>${w.subject}</span><input name="subject" required maxlength="200" dir="auto" value="${answered ? answerTo(answered.subject) : ''}"></label>
<label class="field"><span>${w.message}</span><textarea name="text" required rows="6" maxlength="20000" dir="auto"></textarea></label>
<button class="primary" type="submit">${w.send}</button>
</form></section>`;
