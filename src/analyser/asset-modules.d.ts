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

/** The absolute address of the folder of shipped packs, with a slash at its end. */
declare module 'virtual:packs-address' {
  const address: string;
  export default address;
}
