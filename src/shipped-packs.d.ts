/** The packs of the folder `models`, as the build lists them. */
declare module 'virtual:shipped-packs' {
  const packs: readonly import('./core/pack/listed-pack.ts').ShippedPack[];
  export default packs;
}
