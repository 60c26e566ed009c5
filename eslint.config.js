import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const FOLDERS = [
  'core',
  'messaging',
  'packs',
  'detector',
  'offline',
  'analyser',
  'sources',
  'client',
  'storage',
  'live',
  'evaluation',
  'booth',
  'ui',
  'tools',
];

/** Imports that climb out into a folder of `src`, or a file there, that is not listed. */
function otherFolders(allowed) {
  const exceptions = allowed.map((path) => `${path}\\b`).join('|');
  return `^(\\.\\./)+(?!${exceptions})(${FOLDERS.join('|')}|main)\\b`;
}

/** Imports of packages that are not listed; a listed one includes its subpaths. */
function otherPackages(allowed) {
  const exceptions = ['\\.{1,2}/', ...allowed.map((name) => `${name}(/|$)`)].join('|');
  return `^(?!${exceptions})`;
}

/**
 * What a folder of `src` may import: itself, the folders in `from`, types of the paths in `types`,
 * and `libraries` (any, where not given).
 */
function layer(folder, { from = [], types = [], libraries }) {
  const own = [folder, ...from];
  const patterns = [
    {
      regex: otherFolders([...own, ...types]),
      message: `Only ${[...own, ...types].join(', ')} may be imported here.`,
    },
    ...types.map((path) => ({
      regex: `^(\\.\\./)+${path}\\b`,
      message: `Only types of ${path} may be imported here.`,
      allowTypeImports: true,
    })),
  ];
  if (libraries !== undefined) {
    patterns.push({
      regex: otherPackages(libraries),
      message: `Of packages, only these may be imported here: ${libraries.join(', ') || 'none'}.`,
    });
  }
  return {
    name: `layers/${folder}`,
    files: [`src/${folder}/**/*.{ts,svelte}`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

export default defineConfig(
  { ignores: ['dist/', '.cache/', 'node_modules/', 'tests/browser/output/', 'tests/fixtures/'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  svelte.configs.recommended,
  svelte.configs.prettier,
  {
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: ['*.config.ts'],
          defaultProject: 'src/tools/tsconfig.json',
        },
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Loops over pixels and vectors index what they know to be there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: tseslint.parser } },
    // Maps and sets are replaced whole here, never changed.
    rules: { 'svelte/prefer-svelte-reactivity': 'off' },
  },
  // The compiler knows which names exist.
  { files: ['**/*.ts', '**/*.svelte'], rules: { 'no-undef': 'off' } },
  {
    files: ['**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['src/**'],
    rules: { 'max-lines': ['error', 250] },
  },
  { files: ['src/tools/**', 'tests/**'], rules: { 'no-console': 'off' } },
  // Faults are made by patching methods of platform objects.
  {
    files: ['tests/browser/**', 'tests/bench/page/**'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },

  // Who may import whom. Nothing points back up.
  layer('core', { libraries: ['valibot'] }),
  layer('messaging', { from: ['core'], libraries: [] }),
  layer('packs', {
    from: ['core', 'messaging'],
    libraries: [
      '@bufbuild/protobuf',
      'fflate',
      'uint8array-extras',
      'valibot',
      'virtual:packs-address',
    ],
  }),
  layer('detector', { from: ['core', 'messaging', 'packs'], libraries: ['@mediapipe'] }),
  layer('offline', { from: ['core', 'packs'], libraries: ['virtual:offline-files'] }),
  layer('analyser', {
    from: ['core', 'messaging', 'packs'],
    types: ['detector/messages', 'detector/mediapipe'],
    libraries: [
      '@mediapipe',
      'idb',
      'onnxruntime-web',
      'uint8array-extras',
      'virtual:packs-address',
    ],
  }),
  layer('sources', {
    from: ['core', 'packs'],
    types: ['analyser/messages'],
    libraries: ['mediabunny'],
  }),
  layer('client', {
    from: ['core', 'messaging'],
    types: ['analyser', 'offline/messages', 'packs'],
    libraries: ['svelte'],
  }),
  layer('storage', { from: ['core', 'packs'], libraries: ['idb', 'svelte', 'valibot'] }),
  layer('live', {
    from: ['core', 'client', 'packs', 'sources', 'storage'],
    types: ['analyser', 'messaging'],
    libraries: ['fflate', 'svelte', 'valibot'],
  }),
  layer('evaluation', {
    from: ['core', 'client', 'sources', 'storage'],
    types: ['analyser/messages', 'messaging'],
    libraries: [
      'fastest-levenshtein',
      'fflate',
      'idb',
      'jsonc-parser',
      'papaparse',
      'svelte',
      'valibot',
    ],
  }),
  layer('booth', {
    from: ['core', 'client', 'sources', 'storage', 'live'],
    types: ['analyser/messages', 'messaging'],
    libraries: ['svelte', 'valibot'],
  }),
  layer('ui', {
    from: ['core', 'sources', 'storage', 'live', 'evaluation', 'booth'],
    types: ['client/offline-copy', 'packs'],
    libraries: ['chart.js', 'svelte', 'uqr'],
  }),
  layer('tools', { from: ['core', 'packs'], types: ['offline/files'] }),
);
