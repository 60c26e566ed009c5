import { minifySync } from 'vite';

/**
 * A script that is shipped as a file, and that no bundler sees, with short names and no comments.
 *
 * @param script an ES module, in UTF-8
 * @throws Error where it is none
 */
export function minified(script: Uint8Array): Uint8Array {
  const { code, errors } = minifySync('script.js', new TextDecoder().decode(script), {
    module: true,
  });
  const [error] = errors;
  if (error !== undefined) throw new Error(`A script cannot be minified: ${error.message}`);
  return new TextEncoder().encode(code);
}
