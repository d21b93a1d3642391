/** Prompts that several flows use. */
export const notUnderstood = { ar: 'عذرًا، لم نتعرّف على اختيارك.', en: 'Sorry, we did not get that.' };

export const farewell = { ar: 'شكرًا لتواصلك معنا. في أمان الله.', en: 'Thank you for calling. Goodbye.' };

/** Played before the tone. */
export const speakNow = {
  ar: 'تحدّث بعد سماع الصافرة، ويمكنك إنهاء المكالمة بعد ذلك. ولسماع الرقم المرجعي اضغط مفتاح المربع عند الانتهاء.',
  en: 'Speak after the tone; you may hang up afterwards. To hear your reference, press the hash key when you have finished.',
};
