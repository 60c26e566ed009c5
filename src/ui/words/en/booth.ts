import type { Emotion } from '../../../core/blemore/emotions.ts';

/** What to do with brows, eyes and mouth, in a few words each. */
interface Hint {
  readonly brows: string;
  readonly eyes: string;
  readonly mouth: string;
}

const hints: Readonly<Record<Emotion, Hint>> = {
  ang: { brows: 'down and together', eyes: 'a hard stare', mouth: 'bare your teeth' },
  disg: { brows: 'a little down', eyes: 'narrow', mouth: 'wrinkle nose, lift upper lip' },
  fea: { brows: 'up and together', eyes: 'wide open', mouth: 'stretched wide, open' },
  hap: { brows: 'relaxed', eyes: 'cheeks up to them', mouth: 'a broad smile with teeth' },
  sad: { brows: 'inner ends up', eyes: 'a little lowered', mouth: 'corners down, chin up' },
  neu: { brows: 'relaxed', eyes: 'relaxed', mouth: 'relaxed' },
};

export const booth = {
  name: 'Booth',
  attract: {
    title: 'What does your face show?',
    lead: 'Often it is two expressions at once. Come closer and try.',
    drawn: 'A drawn face that slides from one expression to the next',
    languages: 'Language',
  },
  notice: {
    title: 'May this screen read your expression?',
    facts: [
      'A camera films your face, and a program guesses which expressions it shows. It cannot know what you feel.',
      'All of it happens on this device. No picture is kept, and nothing is sent anywhere.',
      'When you walk away, everything about you is deleted.',
    ],
    agree: 'Yes, start',
    decline: 'No, thank you',
    staying: 'Stay, and it starts by itself. If you would rather not, step aside.',
  },
  relaxing: {
    title: 'Relax your face for a moment',
    lead: 'Some faces look stern at rest, some look cheerful. Yours is the measure for what follows.',
    progress: 'How long your face has been relaxed',
  },
  live: {
    title: 'Your expression reads as',
    play: 'Play: show a blend',
    playTwo: 'Play side by side',
    askTwo: 'Side by side, both faces are read: ask the other first.',
    measuring: 'The game is being prepared.',
    staying: 'Stay, and the game starts by itself. If you would rather not, step aside.',
    starting: 'How soon the game starts',
    notNow: 'Not now',
    end: 'I am done',
  },
  game: {
    round: (round: number, of: number) => `Round ${round} of ${of}`,
    show: 'Show this',
    now: 'Now!',
    time: 'How much time is left',
    parts: { brows: 'Brows', eyes: 'Eyes', mouth: 'Mouth' },
    hints,
    near: 'How near you are',
    players: ['Left', 'Right'] as readonly [string, string],
    you: 'You',
    presenceRight: 'The right expressions',
    presenceOneRight: 'The right expression',
    presenceWrong: 'Not quite these expressions',
    presenceOneWrong: 'Not quite this expression',
    salienceRight: 'The right shares',
    salienceWrong: 'Other shares',
    unread: 'Your face was not seen',
    stop: 'Stop the game',
  },
  result: {
    title: (share: number): string => {
      if (share >= 0.99) return 'Perfect!';
      if (share >= 0.6) return 'Well done!';
      return share > 0 ? 'Not bad: this is hard!' : 'A tough one: even actors struggle!';
    },
    wins: (player: 0 | 1): string => (player === 0 ? 'Left wins!' : 'Right wins!'),
    draw: 'A draw!',
    points: (won: number, of: number) => `${won} of ${of} points`,
    best: 'Your best moments',
    target: 'Wanted',
    again: 'Play again',
    photo: 'Show a picture of me',
    photoHint: 'It is taken now, shown here once, and gone when you go.',
    photoName: 'The picture you asked for',
    back: 'Back',
  },
  wiped: {
    title: 'See you!',
    lead: 'Everything about you has been deleted.',
  },
  operator: {
    title: 'Operator',
    hold: 'Operator panel: hold for three seconds, or press Enter',
    booth: 'Visits',
    consent: 'Visitors agree',
    consentTouch: 'By touching a button',
    consentStay: 'By staying after the notice',
    consentHint: 'In the European Union, people must be told before their expressions are read.',
    seconds: 'A round lasts',
    secondsOf: (seconds: number) => `${seconds} seconds`,
    sound: 'Sound',
    address: 'Address shown as a QR code',
    addressHint: 'Visitors can open it on their own phone. Leave it empty for none.',
    fullScreen: 'Full screen',
    counts: 'Counted',
    visitors: 'Visitors',
    rounds: 'Rounds',
    reset: 'Count from 0',
    leave: 'Leave the booth',
  },
  qr: (address: string) => `QR code for ${address}`,
};
