import { hasCamera, listCameras, onCamerasChanged, type CameraName } from '../sources/cameras.ts';

/** The device's cameras, kept up to date as they come and go. */
export class Cameras {
  #list = $state.raw<readonly CameraName[]>([]);
  #any = $state.raw<boolean | null>(null);

  constructor() {
    onCamerasChanged(() => void this.renew());
    void this.renew();
  }

  get list(): readonly CameraName[] {
    return this.#list;
  }

  /** Null until the browser has told. */
  get any(): boolean | null {
    return this.#any;
  }

  async renew(): Promise<void> {
    this.#any = await hasCamera();
    this.#list = await listCameras();
  }
}
