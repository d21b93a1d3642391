/** Prompts that several flows use. */
export const notUnderstood = { ar: 'عذرًا، لم نتعرّف على اختيارك.', en: 'Sorry, we did not get that.' };

export const farewell = { ar: 'شكرًا لتواصلك معنا. في أمان الله.', en: 'Thank you for calling. Goodbye.' };

/** Played before the tone. */
export const speakNow = {
  ar: 'تحدث بعد سماع الصافرة، ثم اضغط مربع.',
  en: 'Speak after the tone, then press the hash key.',
};
