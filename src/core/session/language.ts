/** The languages of the page, as BCP 47 names them. */
export const LANGUAGES = ['en', 'de', 'sv', 'fr', 'es'] as const;

export type LanguageCode = (typeof LANGUAGES)[number];

/** The first of the wanted languages, by BCP 47 tags such as "de-AT", that the page has; else English. */
export function preferredLanguage(wanted: readonly string[]): LanguageCode {
  for (const tag of wanted) {
    const [primary] = tag.toLowerCase().split('-');
    const found = LANGUAGES.find((code) => code === primary);
    if (found !== undefined) return found;
  }
  return 'en';
}
