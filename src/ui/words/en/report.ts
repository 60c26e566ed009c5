import { numbersOf } from '../numbers.ts';

const { short } = numbersOf('en');

/** Saving what was read, and reading it again. */
export const report = {
  title: 'Report',
  keep: 'Keep the last 20 seconds',
  keepHint:
    'To save them as a report: times, readings and settings. They stay in this tab’s memory, and are gone with “Stop”.',
  pictures: 'With pictures',
  picturesHint:
    'Ask everyone who is to be seen first. Without pictures a report cannot be read again.',
  kinds: {
    none: 'No, numbers only',
    crops: 'What the model sees of the face',
    frames: 'Whole pictures',
  },
  save: 'Save a report',
  kept: (seconds: number) => `${seconds} s kept`,
  recorded: (what: string) => `Recorded: ${what}`,
  same: (compared: number) => `This device gives the same readings. Frames compared: ${compared}.`,
  differs: (differing: number, compared: number, share: number) =>
    `This device gives other readings in ${differing} of ${compared} frames, by up to ${short(share * 100, 1)} of 100.`,
  made: (pack: string, version: string, backend: string) =>
    `Made with ${pack} ${version} on ${backend}.`,
  otherModel: (pack: string, version: string, backend: string) =>
    `It was made with another model: ${pack} ${version}, on ${backend}.`,
};
