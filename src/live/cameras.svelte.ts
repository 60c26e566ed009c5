import { hasCamera, listCameras, onCamerasChanged, type CameraName } from '../sources/cameras.ts';

/** The device's cameras, kept up to date as they come and go. */
export class Cameras {
  #list = $state.raw<readonly CameraName[]>([]);
  #any = $state.raw<boolean | null>(null);

  readonly #closing = new AbortController();

  constructor() {
    onCamerasChanged(() => void this.renew(), this.#closing.signal);
    void this.renew();
  }

  get list(): readonly CameraName[] {
    return this.#list;
  }

  /** Null until the browser has told. */
  get any(): boolean | null {
    return this.#any;
  }

  close(): void {
    this.#closing.abort();
  }

  async renew(): Promise<void> {
    this.#any = await hasCamera();
    this.#list = await listCameras();
  }
}
