// After all tests: removes what pack.cjs made.
const { rmSync } = require('node:fs');

module.exports = () => rmSync(globalThis.modelferryPackedFolder, { recursive: true, force: true });
