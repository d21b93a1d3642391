const person = (user: string, ar: string, en: string, departments: readonly string[]) => ({
  user,
  name: { ar, en },
  email: `${user}@rida.example`,
  departments,
  skills: [],
  languages: ['ar', 'en'],
  capacity: 100,
});

/** What the demo lays over the shipped settings: who works here. */
export const demoSettings = {
  staff: [
    person('salem', 'سالم الحارثي', 'Salem Al-Harthi', [
      ...['care', 'operations', 'environment', 'planning', 'licensing', 'investment', 'digital'],
    ]),
    person('huda', 'هدى القرني', 'Huda Al-Qarni', ['operations', 'environment', 'care']),
    person('maha', 'مها العنزي', 'Maha Al-Anazi', ['care']),
  ],
};
