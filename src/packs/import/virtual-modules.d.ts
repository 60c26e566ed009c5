/** The absolute address of the folder of shipped packs, with a slash at its end. */
declare module 'virtual:packs-address' {
  const address: string;
  export default address;
}
