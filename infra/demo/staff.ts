const person = (
  user: string,
  ar: string,
  en: string,
  departments: readonly string[],
  roles: readonly string[] = [],
) => ({
  user,
  name: { ar, en },
  email: `${user}@rida.example`,
  departments,
  roles,
  skills: [],
  languages: ['ar', 'en'],
  capacity: 100,
});

/** The settings of the demo over the shipped ones: the staff. */
export const demoSettings = {
  staff: [
    person('salem', 'سالم الحارثي', 'Salem Al-Harthi', [
      ...['care', 'operations', 'environment', 'planning', 'licensing', 'investment', 'digital'],
    ]),
    person('huda', 'هدى القرني', 'Huda Al-Qarni', ['operations', 'environment', 'care']),
    person('maha', 'مها العنزي', 'Maha Al-Anazi', ['care'], ['supervisor']),
  ],
};
