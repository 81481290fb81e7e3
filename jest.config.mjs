/** Native ESM: some packages we test with cannot be loaded as CommonJS. Run through `npm run test:unit`. */
const project = {
  testPathIgnorePatterns: ['/node_modules/', '/data/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/data/', '/dist/'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { swcrc: false, jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
};

/**
 * What must hold wherever subgraphs run: who may see what, and is on record for it, and what is missing when one fails.
 * `forms.test.ts` compares the answers. Others look into the process: they count statements, or call resolvers.
 */
const IN_EVERY_FORM = ['access', 'honest-failure'];

export default {
  maxWorkers: 2,
  testTimeout: 30_000,
  projects: [
    { ...project, displayName: 'embedded', testMatch: ['**/*.test.ts'] },
    {
      ...project,
      displayName: 'distributed',
      testMatch: [`<rootDir>/gateway/e2e/(${IN_EVERY_FORM.join('|')}).test.ts`],
      globals: { panoramaForm: 'distributed' },
    },
  ],
};
