import { presetCsv } from '@modelferry/sandbox';
import { testSource } from '@modelferry/testkit';
import { bytesSource } from '@modelferry/upload';
import type { BadInput, Expected } from './bad-input.ts';
import { cars } from './scenarios.ts';

export const file = (name: string, content: string | readonly number[]) =>
  bytesSource(
    name,
    typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content),
  );
export const csv = presetCsv('cars.json');
const zipStart = [0x50, 0x4b, 3, 4, 0, 0, 0, 0];
const xlsStart = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const utf16 = [0xff, 0xfe, 0x78, 0, 0x2c, 0, 0x79, 0, 0x0a, 0];

/** Long after the rows that are read before anything is sent. */
export const manyRows = (last: string): string => {
  const [header, ...records] = csv.trimEnd().split('\r\n');
  const rows = Array.from({ length: 20_000 }, (_, at) => records[at % records.length]);
  return [header, ...rows, last, records[0], ''].join('\r\n');
};

/** Data that no retraining can use: nothing is asked, and no job is made. */
const data = (title: string, trainingData: unknown, expected: Expected): BadInput => ({
  title,
  operation: 'model.retrain',
  inputs: () => ({ trainingData }),
  field: 'trainingData',
  ...expected,
});

/** Files that no retraining can use. */
export const badFiles: readonly BadInput[] = [
  {
    ...{ title: 'no file', operation: 'model.retrain', inputs: () => ({}), field: 'trainingData' },
    ...{ problem: /is required/, remedy: /Give Training Data/ },
  },
  data('a ZIP called .csv', file('a.csv', zipStart), {
    problem: /"a.csv" is a ZIP/,
    remedy: /Pass a CSV or TSV/,
  }),
  data('a table called .zip', file('a.zip', csv), { problem: /is no ZIP/, remedy: /Pass a CSV, or a ZIP/ }),
  data('a workbook', file('a.xlsx', zipStart), {
    problem: /does not end with/,
    remedy: /Save the table as CSV.*Excel/,
  }),
  data('a workbook called .csv', file('a.csv', xlsStart), { problem: /XLS/, remedy: /Pass a CSV or TSV/ }),
  data('an empty file', file('a.csv', ''), { problem: /is empty/, remedy: /at least one row/ }),
  data('an empty ZIP', file('a.zip', ''), { problem: /is empty/, remedy: /train_src/ }),
  data('a file of blank lines', file('a.csv', '\r\n\r\n'), {
    problem: /no header line/,
    remedy: /header line/,
  }),
  data('a table of 0 rows', file('a.csv', 'x,y\r\n'), { problem: /no rows/, remedy: /at least one row/ }),
  data('a name with a slash', file('data/a.csv', csv), {
    problem: /"data\/a.csv" has a slash/,
    remedy: /File Name/,
  }),
  data('a name with a backslash', file('C:\\a.csv', csv), { problem: /has a slash/, remedy: /File Name/ }),
  data('a name with a line break', file('a\nb.csv', csv), { problem: /"a\uFFFDb.csv"/, remedy: /Rename/ }),
  data('a name that hides something', file('a\u202Eb.csv', csv), { problem: /invisible/, remedy: /Rename/ }),
  data('a name that is too long', file(`${'売上'.repeat(60)}.csv`, csv), {
    ...{ problem: /^.{0,150}longer than 255 bytes/, remedy: /Rename/ },
  }),
  data('a name without an extension', file('cars', csv), { problem: /\.csv or \.tsv/, remedy: /Rename/ }),
  data('a header with a name twice', file('a.csv', 'x,x\r\n1,2\r\n'), {
    problem: /"x" more than once/,
    remedy: /of its own/,
  }),
  data('a header with an empty name', file('a.csv', 'x,,y\r\n1,2,3\r\n'), {
    problem: /column 2/,
    remedy: /Name every column/,
  }),
  data('a file in UTF-16', file('a.csv', utf16), { problem: /UTF-16/, remedy: /CSV UTF-8/ }),
  data('an uneven row', file('a.csv', 'x,y\r\n1,2\r\n3\r\n'), {
    problem: /1 in row 2/,
    remedy: /as many columns/,
  }),
  data('an uneven row, late in a large file', file('a.csv', manyRows('1,2')), {
    ...{ problem: /2 fields in row 20002/, remedy: /as many fields/, reaches: ['retrainUpload', 'put'] },
  }),
  data('a quote that is never closed, late in a large file', file('a.csv', manyRows('"open')), {
    ...{ problem: /quote in row 20002/, remedy: /Close it/, reaches: ['retrainUpload', 'put'] },
  }),
  data(
    'a length that nobody knows',
    testSource(new TextEncoder().encode(csv), { name: 'a.csv', declaredLength: null }),
    {
      ...{ problem: /length of "a.csv"/, remedy: /Content-Length/ },
    },
  ),
  {
    ...{ title: 'a given name with a slash', operation: 'model.retrain', field: 'fileName' },
    inputs: () => ({ trainingData: cars(), fileName: 'data/a.csv' }),
    ...{ problem: /slash/, remedy: /plain file name/ },
  },
  {
    ...{ title: 'evaluation data for a ZIP', operation: 'model.retrain', field: 'trainingData' },
    inputs: () => ({ trainingData: file('a.zip', zipStart), evaluationData: cars() }),
    ...{ problem: /no Evaluation Data can be added/, remedy: /both into the ZIP/ },
  },
  {
    ...{ title: 'two bad files', operation: 'model.retrain', field: ['trainingData', 'evaluationData'] },
    inputs: () => ({ trainingData: file('a.csv', ''), evaluationData: file('b/c.csv', csv) }),
    ...{ problem: /is empty; .*slash/, remedy: /Pass a CSV.*Rename the file\.$/ },
  },
  {
    ...{ title: 'data without the column that the model predicts', operation: 'model.retrain' },
    inputs: ({ published }) => ({
      trainingData: file('a.csv', 'x,y\r\n1,2\r\n'),
      modelId: String(published.modelId),
    }),
    ...{ kinds: ['retrain', 'train'], field: 'trainingData' },
    ...{ problem: /no column "Miles_per_Gallon"/, remedy: /the header has "x", "y"/ },
  },
];
