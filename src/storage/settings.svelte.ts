import { KEPT } from '../core/session/kept-places.ts';
import { parseSettings, type Settings } from '../core/session/settings.ts';
import { StoredValue } from './stored-value.svelte.ts';

/** The visitor's settings, kept in the browser's own storage. */
export class StoredSettings extends StoredValue<Settings> {
  constructor(storage: Storage | null) {
    super(storage, KEPT.settings.name, parseSettings);
  }
}
