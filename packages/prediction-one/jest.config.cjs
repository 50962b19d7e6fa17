module.exports = { ...require('../../jest.preset.js'), displayName: 'prediction-one' };
