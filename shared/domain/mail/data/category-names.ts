/** The initial categories of mails and cases, by name. */
export const CATEGORY_NAMES = [
  { id: 'lighting', ar: 'إنارة الشوارع', en: 'Street lighting' },
  { id: 'roads', ar: 'الطرق والأرصفة', en: 'Roads and pavements' },
  { id: 'cleanliness', ar: 'النظافة والنفايات', en: 'Cleanliness and waste' },
  { id: 'drainage', ar: 'المياه وتصريف السيول', en: 'Water, flooding and drainage' },
  { id: 'parks', ar: 'الحدائق والتشجير', en: 'Parks and trees' },
  { id: 'building-permits', ar: 'رخص البناء', en: 'Building permits' },
  { id: 'commercial-licences', ar: 'الرخص التجارية', en: 'Commercial licences' },
  { id: 'land-survey', ar: 'الأراضي والمساحة', en: 'Land and surveying' },
  { id: 'investment', ar: 'الاستثمار والعقود', en: 'Investment and contracts' },
  { id: 'e-services', ar: 'الخدمات الإلكترونية', en: 'E-services' },
  { id: 'health', ar: 'الرقابة الصحية والأغذية', en: 'Health and food inspection' },
  { id: 'noise', ar: 'الضوضاء والإزعاج', en: 'Noise and nuisance' },
  { id: 'animals', ar: 'الحيوانات السائبة', en: 'Stray animals' },
  { id: 'parking', ar: 'المواقف والسيارات المهملة', en: 'Parking and abandoned cars' },
] as const;

/** The id of an initial category. */
export type InitialCategory = (typeof CATEGORY_NAMES)[number]['id'];

/** The category without any match. */
export const OTHER_CATEGORY = { id: 'other', ar: 'موضوعات أخرى', en: 'Other matters' } as const;
