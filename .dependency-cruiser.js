/** Circles are not seen by ESLint's own rules, which leave imports of types out. */
export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other, be it for a type only, are one file or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    // Imports of types count.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
