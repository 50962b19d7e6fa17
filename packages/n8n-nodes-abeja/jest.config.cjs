module.exports = {
  ...require('../../jest.preset.js'),
  displayName: 'n8n-nodes-abeja',
  globalSetup: '<rootDir>/../n8n-testkit/pack.cjs',
  globalTeardown: '<rootDir>/../n8n-testkit/unpack.cjs',
};
