module.exports = {
  ...require('../../jest.preset.js'),
  displayName: 'n8n-nodes-prediction-one',
  globalSetup: '<rootDir>/test/support/pack.cjs',
  globalTeardown: '<rootDir>/test/support/unpack.cjs',
};
