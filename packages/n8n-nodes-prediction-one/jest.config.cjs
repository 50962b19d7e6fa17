module.exports = {
  ...require('../../jest.preset.js'),
  displayName: 'n8n-nodes-prediction-one',
  globalSetup: require.resolve('@modelferry/n8n-testkit/pack'),
  globalTeardown: require.resolve('@modelferry/n8n-testkit/unpack'),
};
