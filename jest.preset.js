const { join } = require('node:path');

/** Shared Jest settings. Each project's jest.config.cjs spreads this and adds its own displayName. */
module.exports = {
  cacheDirectory: join(__dirname, 'node_modules', '.cache', 'jest'),
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@modelferry/source', 'node', 'require', 'default'] },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testTimeout: 30_000,
  transform: {
    '^.+\\.[cm]?[jt]s$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  // It exports itself to `import` only, and Jest resolves for `require`
  moduleNameMapper: {
    '^@actions/expressions$': join(__dirname, 'node_modules/@actions/expressions/dist/index.js'),
  },
  // These ship ES modules only; Jest runs CommonJS, so they are compiled too
  transformIgnorePatterns: [
    '/node_modules/(?!(archiver|zip-stream|compress-commons|crc32-stream|is-stream|fast-check|pure-rand|@actions/expressions)/)',
  ],
};
