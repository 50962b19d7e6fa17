import { actionsTable, reference } from '../../src/action/reference.ts';
import { ferryVendor } from './ferry.ts';

test('the table of actions links to their sections', () => {
  expect(actionsTable([ferryVendor()]).split('\n').slice(2)).toEqual([
    "| [`ferry/load`](#ferryload) | Ferry  | Load the ship's hold \\| and go |",
    '| [`ferry/wait`](#ferrywait) | Ferry  | Wait for the ship              |',
  ]);
});

test('a section has the sentence, the example, the inputs and the outputs', () => {
  const text = reference([ferryVendor()]);
  expect(text).toMatch(/^### `ferry\/load`\n\nLoad the ship's hold \| and go\.\n\n```yaml\n- uses: /);
  expect(text.split('\n')).toEqual(
    expect.arrayContaining([
      '| `cargo` | path | yes |  | Cargo \\| of \\<it>. Path or glob that matches one file (csv). Example: `data/cargo.csv` |',
      '| `ports` | list | no | `Oslo`<br>`Kiel` | Ports \\| of \\<it>. One per line. |',
      '| `job-id` | string | Job ID \\| of \\<it>. |',
    ]),
  );
});
