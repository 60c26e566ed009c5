import type { LanguageCode } from '../../core/session/language.ts';
import { en, type Words } from './en.ts';

/** Each is fetched when it is wanted; English is there from the start. */
const CATALOGUES: Readonly<Record<LanguageCode, () => Promise<Words>>> = {
  en: () => Promise.resolve(en),
  de: async () => (await import('./de.ts')).de,
  sv: async () => (await import('./sv.ts')).sv,
  fr: async () => (await import('./fr.ts')).fr,
  es: async () => (await import('./es.ts')).es,
};

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<LanguageCode, string>> = {
  en: 'English',
  de: 'Deutsch',
  sv: 'Svenska',
  fr: 'Français',
  es: 'Español',
};

/** The words that the page shows now; `words` is reactive. */
export class Language {
  #words = $state.raw<Words>(en);
  #wanted: LanguageCode = 'en';

  get words(): Words {
    return this.#words;
  }

  /** Changes the language, also the document's; one that cannot be fetched leaves it as it is. */
  async show(code: LanguageCode): Promise<void> {
    this.#wanted = code;
    try {
      const words = await CATALOGUES[code]();
      if (this.#wanted !== code) return;
      this.#words = words;
      document.documentElement.lang = code;
    } catch (error) {
      reportError(error);
    }
  }
}
