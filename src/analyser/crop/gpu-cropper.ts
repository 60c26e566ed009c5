import type { Affine } from '../../core/geometry/affine.ts';
import type { InputSpec } from '../../core/pack/schema.ts';
import type { CropImage } from '../../core/image/pixels.ts';
import { readTensor, tensorLength } from '../../core/image/tensor.ts';
import type { FrameImage } from '../messages.ts';
import type { Picture } from '../picture/picture.ts';
import type { Cropped, Cropper } from './cropper.ts';
import {
  batchBytes,
  cropShader,
  PLACEMENT_LENGTH,
  placementNumbers,
  WORKGROUP_SIDE,
} from './crop-shader.ts';

/** What one batch size needs, made once. */
interface Buffers {
  readonly placements: GPUBuffer;
  readonly tensor: GPUBuffer;
}

/**
 * The GPU's way: a frame is imported where the decoder left it, and one pass cuts all its crops into
 * the encoder's input. No pixel passes through main memory.
 */
export class GpuCropper implements Cropper {
  readonly #device: GPUDevice;
  readonly #input: InputSpec;
  readonly #pipeline: GPUComputePipeline;
  readonly #sampler: GPUSampler;
  /** The frame's width and height. */
  readonly #size: GPUBuffer;
  readonly #buffers = new Map<number, Buffers>();

  private constructor(device: GPUDevice, input: InputSpec, pipeline: GPUComputePipeline) {
    this.#device = device;
    this.#input = input;
    this.#pipeline = pipeline;
    this.#sampler = device.createSampler({ magFilter: 'linear', minFilter: 'linear' });
    const { UNIFORM, COPY_DST } = GPUBufferUsage;
    this.#size = device.createBuffer({ size: 8, usage: UNIFORM | COPY_DST });
  }

  /** Rejects where the device cannot compile the shader. */
  static async create(device: GPUDevice, input: InputSpec): Promise<GpuCropper> {
    const module = device.createShaderModule({ code: cropShader(input) });
    const compute = { module, entryPoint: 'cut' };
    const pipeline = await device.createComputePipelineAsync({ layout: 'auto', compute });
    return new GpuCropper(device, input, pipeline);
  }

  /** Throws where the browser cannot import the frame. */
  crop({ frame, size }: Pick<Picture, 'frame' | 'size'>, toFrame: readonly Affine[]): Cropped {
    const buffers = this.#buffersFor(toFrame.length);
    const numbers = toFrame.flatMap((transform) =>
      placementNumbers(transform, this.#input.size, size),
    );
    const { queue } = this.#device;
    queue.writeBuffer(buffers.placements, 0, Float32Array.from(numbers));
    queue.writeBuffer(this.#size, 0, Float32Array.of(size.width, size.height));
    withVideoFrame(frame, (video) => {
      this.#cut(video, buffers, toFrame.length);
    });
    return { input: buffers.tensor, images: () => this.#images(buffers.tensor) };
  }

  release(): void {
    this.#size.destroy();
    for (const { placements, tensor } of this.#buffers.values()) {
      placements.destroy();
      tensor.destroy();
    }
    this.#buffers.clear();
  }

  #cut(video: VideoFrame, { placements, tensor }: Buffers, batch: number): void {
    const device = this.#device;
    const entries = [
      device.importExternalTexture({ source: video }),
      this.#sampler,
      { buffer: placements },
      { buffer: tensor },
      { buffer: this.#size },
    ].map((resource, binding) => ({ binding, resource }));
    const layout = this.#pipeline.getBindGroupLayout(0);
    const commands = device.createCommandEncoder();
    const pass = commands.beginComputePass();
    const groups = Math.ceil(this.#input.size / WORKGROUP_SIDE);
    pass.setPipeline(this.#pipeline);
    pass.setBindGroup(0, device.createBindGroup({ layout, entries }));
    pass.dispatchWorkgroups(groups, groups, batch);
    pass.end();
    device.queue.submit([commands.finish()]);
  }

  /** One frame is read at a time, so one set a batch size is enough. */
  #buffersFor(batch: number): Buffers {
    const known = this.#buffers.get(batch);
    if (known !== undefined) return known;
    const { STORAGE, COPY_SRC, COPY_DST } = GPUBufferUsage;
    const size = batch * PLACEMENT_LENGTH * Float32Array.BYTES_PER_ELEMENT;
    const buffers = {
      placements: this.#device.createBuffer({ size, usage: STORAGE | COPY_DST }),
      tensor: this.#device.createBuffer({
        size: batchBytes(this.#input, batch),
        usage: STORAGE | COPY_SRC | COPY_DST,
      }),
    };
    this.#buffers.set(batch, buffers);
    return buffers;
  }

  async #images(tensor: GPUBuffer): Promise<CropImage[]> {
    const numbers = await this.#download(tensor);
    const length = tensorLength(this.#input);
    return Array.from({ length: numbers.length / length }, (_, i) =>
      readTensor(numbers, this.#input, i * length),
    );
  }

  async #download(source: GPUBuffer): Promise<Float32Array> {
    const { MAP_READ, COPY_DST } = GPUBufferUsage;
    const target = this.#device.createBuffer({ size: source.size, usage: MAP_READ | COPY_DST });
    try {
      const commands = this.#device.createCommandEncoder();
      commands.copyBufferToBuffer(source, 0, target, 0, source.size);
      this.#device.queue.submit([commands.finish()]);
      await target.mapAsync(GPUMapMode.READ);
      return new Float32Array(target.getMappedRange().slice(0));
    } finally {
      target.destroy();
    }
  }
}

/** Only video frames can be imported. */
function withVideoFrame(frame: FrameImage, use: (video: VideoFrame) => void): void {
  if (frame instanceof VideoFrame) {
    use(frame);
    return;
  }
  const video = new VideoFrame(frame, { timestamp: 0 });
  try {
    use(video);
  } finally {
    video.close();
  }
}
