import type { Words } from '../en.ts';

export const explain: Words['explain'] = {
  freeze: 'Frys',
  waiting: 'Väntar på ett ansikte',
  title: 'Fryst ögonblick',
  release: 'Släpp det',
  picture: 'Det frysta ansiktet',
  emotion: 'Uttryck',
  then: 'då',
  now: 'nu',
  choose: 'Välj ett uttryck för att se vilka delar av ansiktet som talar för det.',
  readsClips:
    'Den här modellen läser flera bilder på en gång, så dess tal kan inte härledas till delar av en enda.',
  computing: 'Döljer en del av ansiktet i taget …',
  legend: (emotion) => `Färgat: talar för ${emotion.toLocaleLowerCase('sv')}. Mörkt: talar emot.`,
  change: 'Vad som skulle ändra det',
  regions: {
    whole: 'Hela ansiktet',
    brows: 'Utan ögonbrynen',
    eyes: 'Utan ögonen',
    mouth: 'Utan munnen',
    'left-half': 'Utan vänstra halvan',
    'right-half': 'Utan högra halvan',
  },
  features: 'Vad som väger mest i det linjära huvudet',
  featuresHint: 'Vad varje särdrag bidrar med, utöver vad det bidrar med till alla sex.',
  favour: 'För',
  against: 'Emot',
  feature: (number) => `Särdrag ${number}`,
  withFace: 'Med ansiktet',
  withFaceHint: 'Bara om personen samtycker. Annars innehåller bilden endast siffrorna.',
  save: 'Spara som bild',
};
