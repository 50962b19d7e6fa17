const preset = require('../../jest.preset.js');

module.exports = {
  ...preset,
  displayName: 'lint-workflows',
  // These are ES modules that import JSON in a way Node.js refuses, and give no other form: compiled here, they load
  moduleNameMapper: {
    '^(@actions/(?:languageservice|workflow-parser|expressions))$':
      '<rootDir>/../../node_modules/$1/dist/index.js',
    '^(@actions/(?:languageservice|workflow-parser|expressions))/(.+?)(?:\\.js)?$':
      '<rootDir>/../../node_modules/$1/dist/$2.js',
  },
  transformIgnorePatterns: ['/node_modules/(?!@actions/)'],
};
