import { expect, test } from 'vitest';
import { missingFeatures } from '../../src/client/missing-features.ts';

const ALL = {
  isSecureContext: true,
  crossOriginIsolated: true,
  navigator: { mediaDevices: {} },
  WebAssembly: {},
  VideoDecoder: {},
};

test('a browser that has everything lacks nothing', () => {
  expect(missingFeatures(ALL, true)).toEqual([]);
});

test('each missing part is named', () => {
  expect(missingFeatures({ ...ALL, navigator: {} }, true)).toEqual(['camera']);
  expect(missingFeatures({ ...ALL, VideoDecoder: undefined }, true)).toEqual(['video-decoder']);
  expect(missingFeatures({ ...ALL, WebAssembly: undefined }, true)).toEqual(['webassembly']);
  expect(missingFeatures({ ...ALL, crossOriginIsolated: false }, true)).toEqual(['threads']);
  expect(missingFeatures(ALL, false)).toEqual(['storage']);
});

test('an insecure address is the one cause of what it takes away', () => {
  const insecure = {
    isSecureContext: false,
    crossOriginIsolated: false,
    navigator: {},
    WebAssembly: {},
  };
  expect(missingFeatures(insecure, true)).toEqual(['insecure']);
});
