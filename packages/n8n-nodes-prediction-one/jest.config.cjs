module.exports = {
  ...require('../../jest.preset.js'),
  displayName: 'n8n-nodes-prediction-one',
  globalSetup: '<rootDir>/../n8n-testkit/pack.cjs',
  globalTeardown: '<rootDir>/../n8n-testkit/unpack.cjs',
};
