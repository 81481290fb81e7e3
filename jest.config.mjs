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

/** What the service must answer wherever its subgraphs run. Others look into the process, and say so. */
const IN_EVERY_FORM = ['access', 'canaries', 'honest-failure', 'named-cases', 'sums'];

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
