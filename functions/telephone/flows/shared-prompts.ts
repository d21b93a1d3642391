/** Prompts that several flows use. */
export const notUnderstood = { ar: 'عذرًا، لم نتعرّف على اختيارك.', en: 'Sorry, we did not get that.' };

export const farewell = { ar: 'شكرًا لتواصلك معنا. في أمان الله.', en: 'Thank you for calling. Goodbye.' };

/** Played before the tone. */
export const speakNow = {
  ar: 'سنسجّل رسالتك. يُرجى التحدث بعد سماع الصافرة، ويمكنك إنهاء المكالمة بعد ذلك. ولسماع الرقم المرجعي يُرجى الضغط على مفتاح المربع عند الانتهاء.',
  en: 'We record your message. Speak after the tone; you may then hang up. To hear your reference, press the hash key at the end.',
};

/** Played before a caller waits for an agent. */
export const connecting = {
  ar: 'سنحوّلك الآن إلى أول خط متاح.',
  en: 'We will connect you to the next available agent now.',
};

/** Asks for a score. Its second sentence says the meaning of the ends. */
export const howSatisfied = [
  {
    ar: 'ما مدى رضاك عن خدمتنا؟ يُرجى اختيار رقم من واحد إلى خمسة.',
    en: 'How satisfied are you with our service? Choose a number from one to five.',
  },
  {
    ar: 'واحد يعني غير مُرضية إطلاقًا، وخمسة تعني مُرضية جدًا.',
    en: 'One means very dissatisfied, and five means very satisfied.',
  },
] as const;
