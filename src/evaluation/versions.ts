import { dependencies, version } from '../../package.json';

/** The versions that a figure may depend on, by package. */
export function versions(): Readonly<Record<string, string>> {
  return {
    blendscope: version,
    'onnxruntime-web': dependencies['onnxruntime-web'],
    '@mediapipe/tasks-vision': dependencies['@mediapipe/tasks-vision'],
    mediabunny: dependencies.mediabunny,
  };
}
