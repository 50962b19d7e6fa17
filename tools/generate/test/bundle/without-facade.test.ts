import { withoutFacade } from '../../src/bundle/without-facade.ts';

test('takes the names of fs, also new ones, before anything else is done', () => {
  const text = `// a.ts
import { statSync, open as open2 } from "node:fs";
import { join } from "node:path";
statSync(join(".", "a"));

// b.ts
import { readFileSync } from "fs";
`;
  expect(withoutFacade(text))
    .toBe(`const { statSync, open: open2, readFileSync } = process.getBuiltinModule('node:fs');
// a.ts
import { join } from "node:path";
statSync(join(".", "a"));

// b.ts
`);
});

test.each(['import { stat } from "node:fs/promises";\n', 'import fs from "node:fs";\n', 'const a = 1;\n'])(
  'leaves %j alone',
  (text) => {
    expect(withoutFacade(text)).toBe(text);
  },
);
