/** A pack's id: what of a name is letters and digits, with hyphens between. */
export function packIdOf(name: string): string {
  const id = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return id === '' ? 'model' : id;
}
