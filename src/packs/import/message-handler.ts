import type { Progress } from '../../core/session/session.ts';
import { RequestAnswers, type RequestContext } from '../../messaging/request-answers.ts';
import { keepPack } from '../stored/keep-pack.ts';
import type { OpenPackSource } from '../pack-source.ts';
import type { ImportAnswer, ImportMessage, ImportRequest, ImportResponse } from './messages.ts';
import { openDropped } from './open-dropped.ts';
import { draftOf, makeOfHead, makeOfNetworks } from './make-pack.ts';
import { meter, type TellProgress } from './meter.ts';
import { savePack } from './save-pack.ts';
import type { DroppedPack } from './read-pack.ts';

type Context = RequestContext<Progress>;

/** Translates messages into calls. Every request gets exactly one answer. */
export class ImportMessageHandler {
  readonly #answers: RequestAnswers<ImportAnswer, Progress>;

  readonly #openSource: OpenPackSource;
  readonly #device: number | null;

  /** @param device its memory in bytes; null where the browser does not say */
  constructor(
    openSource: OpenPackSource,
    device: number | null,
    post: (response: ImportResponse) => void,
  ) {
    this.#openSource = openSource;
    this.#device = device;
    this.#answers = new RequestAnswers<ImportAnswer, Progress>(post);
  }

  /** Settles once the request has been answered; never rejects. */
  async receive(message: ImportMessage): Promise<void> {
    if (message.type === 'cancel') this.#answers.cancel(message.id);
    else await this.#answers.answer(message.id, (context) => this.#answer(message, context));
  }

  async #answer(request: ImportRequest, { progress }: Context): Promise<ImportAnswer> {
    switch (request.type) {
      case 'open':
        return {
          type: 'opened',
          dropped: await openDropped(request.files, progress, this.#device),
        };
      case 'keep':
        return { type: 'kept', kept: await keep(request.dropped, progress) };
      case 'zip':
        return { type: 'zipped', zip: new Blob([await savePack(request.files)]) };
      case 'attach': {
        const { pack, head, file } = request;
        return { type: 'made', made: await makeOfHead(pack, head, file, this.#openSource) };
      }
      case 'draft':
        return {
          type: 'drafted',
          drafted: await draftOf(request.files, request.answers, progress),
        };
      case 'finish': {
        const { files, draft, computed } = request;
        return { type: 'made', made: await makeOfNetworks(files, draft, computed, progress) };
      }
    }
  }
}

async function keep(dropped: DroppedPack, progress: TellProgress) {
  const sizes = [...dropped.ref.files.values()].map(({ size }) => size);
  try {
    return await keepPack(dropped, meter(sizes, progress));
  } catch {
    // Forbidden, full or unknown to this browser: the pack works all the same, in this tab.
    return null;
  }
}
