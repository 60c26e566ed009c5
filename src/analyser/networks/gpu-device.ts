import type { BackendChoice } from '../../core/session/backend.ts';

/** Renderers that draw on the processor: slower than WebAssembly, so only a test wants them. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|basic render/i;

/** What onnxruntime asks of a device it is handed; the defaults are too small for it. */
const LIMITS = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
  'maxBindGroups',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupSizeY',
  'maxComputeWorkgroupSizeZ',
  'maxComputeWorkgroupsPerDimension',
] as const satisfies readonly (keyof GPUSupportedLimits)[];

const FEATURES = ['shader-f16', 'subgroups', 'subgroup-size-control', 'timestamp-query'] as const;

function isSoftware({ info }: GPUAdapter): boolean {
  const text = [info.vendor, info.architecture, info.device, info.description].join(' ');
  return info.isFallbackAdapter || SOFTWARE.test(text);
}

/** The adapter to use: null where there is none, or only one that `auto` does not want. */
export async function findAdapter(choice: BackendChoice): Promise<GPUAdapter | null> {
  if (choice === 'wasm' || !('gpu' in navigator)) return null;
  const adapter = await navigator.gpu.requestAdapter().catch(() => null);
  if (adapter === null || choice === 'webgpu') return adapter;
  return isSoftware(adapter) ? null : adapter;
}

/** The adapter as the browser names it, e.g. "apple metal-3". */
export function adapterName({ info }: GPUAdapter): string {
  const name = [info.vendor, info.architecture].filter((part) => part !== '').join(' ');
  return name === '' ? info.description || 'unnamed' : name;
}

/** A device onnxruntime can work with. Rejects where the adapter has none to give. */
export async function requestDevice(adapter: GPUAdapter): Promise<GPUDevice> {
  const limits = LIMITS.map((limit) => [limit, adapter.limits[limit]] as const);
  return adapter.requestDevice({
    requiredLimits: Object.fromEntries(limits),
    requiredFeatures: FEATURES.filter((feature) =>
      adapter.features.has(feature),
    ) as GPUFeatureName[],
  });
}
