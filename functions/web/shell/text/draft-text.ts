import type { Language } from '#events/vocabulary.ts';

const ar = {
  restored: 'مسودة لم تُرسل، حُفظت',
  restoredHere: 'ما كتبته من قبل ولم تُرسله',
  discardHere: 'حذفه',
  discard: 'حذف المسودة',
  saved: 'حُفظت المسودة',
  savedHere: 'حُفظ ما كتبته في هذا المتصفح، ولم يُرسل بعد',
  large: 'ما كتبته أطول من أن يُحفظ مسودةً. يُرجى إرساله أو نسخه قبل مغادرة الصفحة.',
  failed: 'تعذّر حفظ المسودة، وتُعاد المحاولة. يُرجى إبقاء هذه الصفحة مفتوحة.',
  ended: 'انتهت جلستك، وما كتبته باقٍ هنا. يُرجى تسجيل الدخول في صفحة جديدة ثم الرجوع إلى هذه الصفحة.',
  signIn: 'تسجيل الدخول',
  lost: 'ما كتبته ولم يُرسل، وقد تغيّرت الصفحة بعده فلم يبق له مكان هنا',
};

const en: typeof ar = {
  restored: 'An unsent draft, saved',
  restoredHere: 'What you typed before and did not send',
  discardHere: 'Remove it',
  discard: 'Discard the draft',
  saved: 'Draft saved',
  savedHere: 'What you typed is kept in this browser, and not sent yet',
  large: 'What you typed is too long to be saved as a draft. Send it or copy it before you leave the page.',
  failed: 'The draft could not be saved; trying again. Keep this page open.',
  ended:
    'Your session has ended, and what you typed stays here. Sign in on a new page, then come back to this one.',
  signIn: 'Sign in',
  lost: 'What you typed and did not send; the page has changed since, and has no place for it now',
};

/** Texts about what was typed and not sent. */
export const draftText: Readonly<Record<Language, typeof ar>> = { ar, en };
