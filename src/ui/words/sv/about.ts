import type { Words } from '../en.ts';

export const about: Words['about'] = {
  expression: {
    title: 'Det som läses är ett uttryck, inte en känsla',
    text: 'För varje ansikte säger sidan hur troligt det är att ilska, avsky, rädsla, glädje, sorgsenhet och ett neutralt uttryck syns i det, och vilket eller vilka två som visas, i vilken proportion. Ett ansikte tolkas som glatt när det ser så ut; vad en människa känner ser ingen kamera. Människor ler av artighet, rynkar pannan när de tänker och gråter av glädje.',
  },
  privacy: {
    title: 'Inget lämnar den här enheten',
    text: 'Videon läses här i webbläsaren och glöms bild för bild. Ingen bild sparas eller skickas någonstans, och inte heller något resultat från kameran. Den här webbläsaren sparar själva sidan, så att den startar utan nätverk, dina inställningar, vilken modell som kördes senast, om grafikkretsen eller processorn är snabbare här, modellens kontrollerade filer, egna modeller och, för klipp som du utvärderar, de siffror som lästs ur dem. Inställningarna visar allt detta under ”Sparat på den här enheten”, med storlek, och kan radera det.',
  },
  accuracy: {
    title: 'Hur ofta sådana system har rätt',
    text: 'På BLEMORE, 3 050 klipp av 58 skådespelare som visar enstaka och blandade känslor, anger de bästa publicerade systemen som bara ser bilden exakt rätt känslor i ungefär en fjärdedel av klippen (CLIP 26 %, ImageBind 26 %, VideoMAEv2 29 %), och rätt proportion i en blandning i färre än ett av tio. System som också lyssnar når 33 % och 11 %.',
  },
  training: {
    title: 'Vad den här modellen tränades på',
    text: 'På FER+: ungefär 28 500 små gråskalefoton av ansikten från webben (FER2013); för vart och ett har tio personer röstat om vad de såg. Modellen upprepar hur de personerna bedömde de ansiktena, med deras blinda fläckar, och det mesta de såg var glatt eller neutralt.',
  },
  limits: {
    title: 'Var den misslyckas, och vad den inte är till för',
    text: 'Ljus från sidan, glasögon, händer, skägg, vridna huvuden och svaga eller ovanliga uttryck vilseleder den, och den kan läsa vissa åldrar och hudfärger sämre än andra. Den får inte avgöra något om någon: inte vid anställning, inte på arbetet eller i skolan, inte i diagnostik, inte i övervakning. I EU är det förbjudet i lag att läsa av känslor på arbetsplatser och i skolor.',
  },
  figuresLater: 'Dess siffror visas här när den är laddad.',
  measured: (pack, dataset) => `${pack}, uppmätt på ${dataset}`,
  figures: {
    accuracy: 'Starkaste uttrycket rätt',
    uar: 'Detsamma, varje uttryck räknat lika',
    kl: 'Avstånd till människornas röster (KL, 0 är bäst)',
    acc_presence: 'Exakt rätt uttryck angivna',
    acc_salience: 'Rätt proportion i en blandning',
  },
};
