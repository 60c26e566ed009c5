import { createContext } from 'svelte';
import type { Words } from './en.ts';

/**
 * The words of the visitor's language, reactive, for a component and those in it:
 * `const words = $derived.by(useWords());`.
 */
export const [useWords, provideWords] = createContext<() => Words>();
