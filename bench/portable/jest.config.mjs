/** Apart from `npm test`, which must not need the bench's packages. Run by `npm run test:portable`. */
export default {
  rootDir: '../..',
  testMatch: ['<rootDir>/bench/portable/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/data/', '/dist/'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { swcrc: false, jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  testTimeout: 30_000,
};
