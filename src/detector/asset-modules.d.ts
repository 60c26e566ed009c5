/** MediaPipe's script, as the build ships it. */
declare module '@mediapipe/tasks-vision/vision_wasm_module_internal.js?asset' {
  const script: { readonly url: string };
  export default script;
}
