import type { Words } from '../en.ts';

export const about: Words['about'] = {
  expression: {
    title: 'Gelesen wird ein Ausdruck, kein Gefühl',
    text: 'Für jedes Gesicht sagt die Seite, wie wahrscheinlich darin Ärger, Ekel, Angst, Freude, Trauer und ein neutraler Ausdruck zu sehen sind, und welcher eine oder welche zwei gezeigt werden, in welchem Verhältnis. Ein Gesicht wirkt freudig, wenn es so aussieht; was ein Mensch fühlt, sieht keine Kamera. Menschen lächeln aus Höflichkeit, runzeln beim Nachdenken die Stirn und weinen vor Freude.',
  },
  privacy: {
    title: 'Nichts verlässt dieses Gerät',
    text: 'Das Video wird hier im Browser gelesen und Bild für Bild vergessen. Kein Bild wird gespeichert oder irgendwohin gesendet, und auch kein Ergebnis der Kamera. Dieser Browser speichert die Seite selbst, damit sie ohne Netz startet, Ihre Einstellungen, welches Modell zuletzt lief, ob hier Grafikchip oder Prozessor schneller ist, die geprüften Dateien des Modells, eigene Modelle und, von Clips, die Sie auswerten, die daraus gelesenen Zahlen. Die Einstellungen führen all das unter „Auf diesem Gerät gespeichert“ mit seiner Größe auf und löschen es.',
  },
  accuracy: {
    title: 'Wie oft solche Systeme richtig liegen',
    text: 'In BLEMORE, 3.050 Clips von 58 Schauspielenden, die einzelne und gemischte Emotionen zeigen, nennen die besten veröffentlichten Systeme, die nur zusehen, in etwa einem Viertel der Clips genau die richtigen Emotionen (CLIP 26 %, ImageBind 26 %, VideoMAEv2 29 %), und in weniger als einem von zehn das richtige Verhältnis einer Mischung. Systeme, die auch zuhören, erreichen 33 % und 11 %.',
  },
  training: {
    title: 'Womit dieses Modell trainiert wurde',
    text: 'Mit FER+: rund 28.500 kleinen grauen Fotos von Gesichtern aus dem Netz (FER2013); zu jedem haben zehn Personen abgestimmt, was sie sahen. Das Modell wiederholt, wie diese Personen diese Gesichter beurteilten, mit ihren blinden Flecken, und das meiste, was sie sahen, war freudig oder neutral.',
  },
  limits: {
    title: 'Wo es versagt, und wozu es nicht da ist',
    text: 'Seitliches Licht, Brillen, Hände, Bärte, gedrehte Köpfe und schwache oder ungewöhnliche Ausdrücke führen es in die Irre, und manche Altersgruppen und Hautfarben liest es womöglich schlechter als andere. Es darf über niemanden entscheiden: nicht bei Bewerbungen, nicht in Arbeit oder Schule, nicht in der Diagnostik, nicht in der Überwachung. In der EU ist Emotionserkennung am Arbeitsplatz und in der Schule gesetzlich verboten.',
  },
  figuresLater: 'Seine Zahlen stehen hier, sobald es geladen ist.',
  measured: (pack, dataset) => `${pack}, gemessen auf ${dataset}`,
  figures: {
    accuracy: 'Stärkster Ausdruck richtig',
    uar: 'Dasselbe, jeder Ausdruck gleich gewichtet',
    kl: 'Abstand zu den Stimmen der Menschen (KL, 0 ist am besten)',
    acc_presence: 'Genau die gezeigten richtig',
    acc_salience: 'Verhältnis einer Mischung richtig',
  },
};
