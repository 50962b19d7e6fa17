// Jest's globalTeardown of a node package: removes what pack.cjs made.
const { rmSync } = require('node:fs');

module.exports = () => rmSync(globalThis.modelferryPackedFolder, { recursive: true, force: true });
