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
    ...['Neutralität', 'neutralitet', 'neutre', 'neutralité', 'neutro', 'neutralidad'],
  ],
};

const EMOTIONS_BY_WORD: ReadonlyMap<string, Emotion> = new Map(
  (Object.keys(EMOTION_WORDS) as Emotion[]).flatMap((emotion) =>
    EMOTION_WORDS[emotion].map((word) => [plain(word), emotion] as const),
  ),
);

/** The emotion a word names, whatever its case and with accents or without; null for other words. */
export function emotionNamed(word: string): Emotion | null {
  return EMOTIONS_BY_WORD.get(plain(word)) ?? null;
}

/** Files made by some programs have lost their accents. */
function plain(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
}
