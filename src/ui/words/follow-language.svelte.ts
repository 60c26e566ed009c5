import { preferredLanguage, type LanguageCode } from '../../core/session/language.ts';

/**
 * Has the language shown that was chosen, or else the browser's, also when either changes. Called by
 * a component as it starts, and ends with it.
 */
export function followLanguage(
  show: (code: LanguageCode) => Promise<void>,
  chosen: () => LanguageCode | null,
): void {
  let wanted = $state.raw(navigator.languages);

  $effect(() => {
    const renew = () => (wanted = navigator.languages);
    addEventListener('languagechange', renew);
    return () => removeEventListener('languagechange', renew);
  });

  $effect(() => {
    void show(chosen() ?? preferredLanguage(wanted));
  });
}
