import type { Emotion } from '../../core/blemore/emotions.ts';

/**
 * The codes, and the words that tables have for the emotions in the page's languages: English,
 * German, Swedish, French and Spanish. A word that could mean another of the six is not among them.
 */
export const EMOTION_WORDS: Readonly<Record<Emotion, readonly string[]>> = {
  ang: [
    ...['ang', 'anger', 'angry'],
    ...['Ärger', 'Aerger', 'ärgerlich', 'Wut', 'wütend', 'wuetend', 'Zorn', 'zornig'],
    ...['ilska', 'arg', 'vrede'],
    ...['colère', 'en colère', 'fâché'],
    ...['ira', 'enfado', 'enfadado', 'enojo', 'enojado', 'rabia'],
  ],
  disg: [
    ...['disg', 'dis', 'disgust', 'disgusted'],
    ...['Ekel', 'angeekelt', 'Abscheu'],
    ...['avsky', 'äckel', 'äcklad'],
    ...['dégoût', 'dégoûté'],
    ...['asco', 'repugnancia', 'repulsión'],
  ],
  fea: [
    ...['fea', 'fear', 'fearful', 'afraid'],
    ...['Angst', 'ängstlich', 'aengstlich', 'Furcht'],
    ...['rädsla', 'rädd', 'skräck'],
    ...['peur', 'apeuré', 'effrayé'],
    ...['miedo', 'temor', 'asustado'],
  ],
  hap: [
    ...['hap', 'happy', 'happiness', 'joy', 'joyful'],
    ...['Freude', 'fröhlich', 'froehlich', 'Glück', 'Glueck', 'glücklich', 'gluecklich'],
    ...['glädje', 'glad', 'lycka', 'lycklig'],
    ...['joie', 'joyeux', 'heureux', 'bonheur'],
    ...['alegría', 'alegre', 'felicidad', 'feliz'],
  ],
  sad: [
    ...['sad', 'sadness'],
    ...['Trauer', 'traurig', 'Traurigkeit'],
    ...['ledsen', 'ledsenhet', 'sorg', 'sorgsen', 'sorgsenhet', 'nedstämdhet'],
    ...['tristesse', 'triste'],
    ...['tristeza'],
  ],
  neu: [
    ...['neu', 'neutral', 'neutrality'],
    ...['Neutralität', 'neutralt', 'neutralitet', 'neutre', 'neutralité', 'neutro', 'neutralidad'],
  ],
};

const EMOTIONS_BY_WORD: ReadonlyMap<string, Emotion> = new Map(
  (Object.keys(EMOTION_WORDS) as Emotion[]).flatMap((emotion) =>
    EMOTION_WORDS[emotion]
      .flatMap((word) => [word, withoutAccents(word)])
      .map((word) => [normalised(word), emotion] as const),
  ),
);

/** The emotion a word names, whatever its case, with its accents or without; null for other words. */
export function emotionNamed(word: string): Emotion | null {
  return EMOTIONS_BY_WORD.get(normalised(word)) ?? null;
}

function normalised(word: string): string {
  return word.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Files made by some programs have lost them. */
function withoutAccents(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '');
}
