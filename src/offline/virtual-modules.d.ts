declare module 'virtual:offline-files' {
  /** The OfflineFiles that `src/tools/build/offline-files.ts` found. */
  const files: object;
  export default files;
}
