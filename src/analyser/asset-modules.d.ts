/** A file shipped with the page, as the build measured it. */
declare module '*?asset' {
  const asset: {
    readonly name: string;
    readonly url: string;
    readonly bytes: number;
    readonly sha256: string;
  };
  export default asset;
}
