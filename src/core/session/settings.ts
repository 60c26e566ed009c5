import * as v from 'valibot';
import { LANGUAGES } from './language.ts';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** What the visitor may change; null means "as the pack says". A field that does not fit falls back alone. */
export const SettingsSchema = v.object({
  /** Null for the browser's. */
  language: v.fallback(v.nullable(v.picklist(LANGUAGES)), null),
  camera: v.fallback(v.nullable(v.string()), null),
  facing: v.fallback(v.picklist(['user', 'environment']), 'user'),
  range: v.fallback(v.picklist(['short', 'full']), 'short'),
  backend: v.fallback(v.picklist(['auto', 'webgpu', 'wasm']), 'auto'),
  head: v.fallback(v.nullable(v.string()), null),
  /** Time constant of the smoothing of logits, in seconds. */
  smoothing: v.fallback(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(5))), null),
  alpha: v.fallback(v.nullable(share), null),
  beta: v.fallback(v.nullable(share), null),
  /** Whether a changed label waits for 300 ms of agreement. */
  steady: v.fallback(v.boolean(), true),
  /** Whether each face is read against its own neutral, where the pack can. */
  ownNeutral: v.fallback(v.boolean(), true),
  /** `acted`: rare emotions are as likely as frequent ones. */
  expect: v.fallback(v.picklist(['everyday', 'acted']), 'everyday'),
  mirror: v.fallback(v.picklist(['auto', 'on', 'off']), 'auto'),
  everyone: v.fallback(v.boolean(), false),
  /** When faces are looked for: in every frame, or where the tracker is not sure of them. */
  detection: v.fallback(v.picklist(['unsure', 'always']), 'unsure'),
  /** `battery`: ten readings a second; `auto`: where the browser tells of a low battery. */
  pace: v.fallback(v.picklist(['auto', 'full', 'battery']), 'auto'),
  showCrop: v.fallback(v.boolean(), false),
  hud: v.fallback(v.boolean(), false),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;

export const DEFAULT_SETTINGS: Settings = v.parse(SettingsSchema, {
  language: null,
  camera: null,
  facing: 'user',
  range: 'short',
  backend: 'auto',
  head: null,
  smoothing: null,
  alpha: null,
  beta: null,
  steady: true,
  ownNeutral: true,
  expect: 'everyday',
  mirror: 'auto',
  everyone: false,
  detection: 'unsure',
  pace: 'auto',
  showCrop: false,
  hud: false,
});

/** Settings from stored text; whatever does not parse is the default. */
export function parseSettings(text: string | null): Settings {
  if (text === null) return DEFAULT_SETTINGS;
  try {
    const stored = v.parse(v.record(v.string(), v.unknown()), JSON.parse(text));
    return v.parse(SettingsSchema, { ...DEFAULT_SETTINGS, ...stored });
  } catch {
    return DEFAULT_SETTINGS;
  }
}
