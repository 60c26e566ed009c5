/** The packs of the folder `models`, as the build lists them. */
declare module 'virtual:shipped-packs' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- an ambient module imports nothing by a relative name
  const packs: readonly import('./core/pack/listed-pack.ts').ShippedPack[];
  export default packs;
}
