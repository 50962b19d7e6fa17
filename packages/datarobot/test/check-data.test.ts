import { isInputError } from '@modelferry/http';
import { bytesSource } from '@modelferry/upload';
import { collectBytes, testSource } from '@modelferry/testkit';
import { checkData, type DataRules } from '../src/batch/scoring/check-data.ts';
import { csv } from './support/answers.ts';

const check = async (text: string | Uint8Array, rules: Partial<DataRules> = {}) => {
  const warnings: string[] = [];
  const source = typeof text === 'string' ? csv(text) : bytesSource('people.csv', text);
  const data = await checkData(source, { passthroughColumns: [], ...rules }, (said) => warnings.push(said));
  return { data, warnings };
};
const sent = async (text: string | Uint8Array, rules: Partial<DataRules> = {}) => {
  const { data, warnings } = await check(text, rules);
  const bytes = await collectBytes(data.source.open());
  return { bytes, rows: data.sentRows(), warnings, settings: data.csvSettings };
};
const faultsOf = async (promise: Promise<unknown>): Promise<string[]> => {
  const error = await promise.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!isInputError(error)) throw error ?? new Error('Nothing was refused.');
  return error.faults.map(({ field, problem }) => `${field}: ${problem}`);
};

describe('before anything is sent', () => {
  test.each([
    ['an empty file', '', 'file: "people.csv" is empty'],
    ['a header alone', 'id,age\n', 'file: "people.csv" has a header and no rows'],
    ['a header without its line end', 'id,age', 'file: "people.csv" has a header and no rows'],
    ['a header and blank lines', 'id,age\r\n\r\n\r\n', 'file: "people.csv" has a header and no rows'],
    ['an open quote', 'id,age\n1,"x\n', 'file: "people.csv" has a quote that is never closed'],
  ])('%s is refused', async (_, text, fault) => {
    expect(await faultsOf(check(text))).toEqual([fault]);
  });

  test('UTF-16 is refused', async () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0x61, 0, 0x0a, 0]);
    expect(await faultsOf(check(bytes))).toEqual(['file: "people.csv" is encoded in UTF-16']);
  });

  test('another encoding must be named, and then passes', async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('id,'),
      0x93,
      0xfa,
      0x0a,
      0x31,
      0x2c,
      0x32,
      0x0a,
    ]);
    expect(await faultsOf(check(bytes))).toEqual([
      'file: "people.csv" is not UTF-8, as a file without another Encoding must be',
    ]);
    expect(await sent(bytes, { encoding: 'shift_jis' })).toMatchObject({
      bytes,
      rows: 1,
      settings: { delimiter: ',', encoding: 'shift_jis', quotechar: '"' },
    });
  });

  test('columns to repeat must be there, and all faults are told at once', async () => {
    expect(await faultsOf(check('\uFEFFid,age\n', { passthroughColumns: ['id', 'name'] }))).toEqual([
      'file: "people.csv" has a header and no rows',
      'passthroughColumns: "name" is no column of the file',
    ]);
  });

  test('names that could have been misread are left to the vendor', async () => {
    await check('id^age\n1^2\n', { delimiter: '^', passthroughColumns: ['age'] });
  });
});

describe('the delimiter', () => {
  test.each([
    ['id;age\n1;2\n', ';', '";"'],
    ['id\tage\n1\t2\n', 'tab', 'tabs'],
    ['id|age\n1|2\n', '|', '"|"'],
  ])('of %j is found, and told', async (text, delimiter, named) => {
    const { data, warnings } = await check(text);
    expect(data.csvSettings.delimiter).toBe(delimiter);
    expect(warnings).toEqual([
      `"people.csv" is delimited by ${named}: the job is told so, and its result will be, too.`,
    ]);
  });

  test.each(['tab', ',', '^'])('that is given, %s, is used without a word', async (delimiter) => {
    const { data, warnings } = await check('id;age\n1;2\n', { delimiter });
    expect([data.csvSettings.delimiter, warnings]).toEqual([delimiter, []]);
  });

  test('of one column is a comma', async () => {
    expect(await sent('id\n1\n2')).toMatchObject({ rows: 2, warnings: [], settings: { delimiter: ',' } });
  });
});

describe('as the data stream', () => {
  const filler = `id,age\n${'1,2\n'.repeat(2_000_000)}`;

  const inPieces = (bytes: Uint8Array) => testSource(bytes, { name: 'people.csv', chunkBytes: [65_536] });
  const dataOf = (bytes: Uint8Array, encoding = 'utf-8') =>
    checkData(inPieces(bytes), { passthroughColumns: [], encoding }, () => undefined);

  test('an open quote at the end keeps the last bytes back', async () => {
    const text = `${filler}1,"2\n`;
    const data = await dataOf(new TextEncoder().encode(text));
    let bytes = 0;
    const reading = (async () => {
      for await (const chunk of data.source.open()) bytes += chunk.length;
    })();
    expect(await faultsOf(reading)).toEqual([
      'file: "people.csv" has a quote in row 2000002 that is never closed',
    ]);
    expect(bytes).toBeLessThan(text.length);
    expect(data.sentRows()).toBeUndefined();
  });

  test('a wrong byte far inside is refused where UTF-8 was promised', async () => {
    const bytes = new TextEncoder().encode(filler);
    bytes[6_000_000] = 0xff;
    const data = await dataOf(bytes);
    expect(await faultsOf(collectBytes(data.source.open()))).toEqual([
      'file: "people.csv" is not UTF-8, from byte 6000000 on',
    ]);
    const other = await dataOf(bytes, 'latin_1');
    await collectBytes(other.source.open());
    expect(other.sentRows()).toBe(2_000_000);
  });

  test('rows of other lengths are told once, and left to the vendor', async () => {
    const { rows, warnings } = await sent('id,age\n1\n2,3,4\n5,6\n');
    expect(rows).toBe(3);
    expect(warnings).toEqual([expect.stringContaining('has 1 field in row 2')]);
  });

  test('rows are counted by records: quoted line breaks, CRLF, no end of the last line', async () => {
    expect(await sent('id,note\r\n1,"a\r\nb"\r\n2,"c ""d"""')).toMatchObject({ rows: 2, warnings: [] });
  });

  test('bytes stay as they are', async () => {
    const text = '\uFEFFid,名前\r\n1,"山\n田"\r\n';
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode((await sent(text)).bytes)).toBe(text);
  });
});

describe('an encoding in which bytes say nothing of rows', () => {
  test.each(['utf-16', 'UTF_16_LE', 'utf32', 'u16', 'utf-7', 'iso2022_jp', 'ISO-2022-JP', 'hz', 'cp037'])(
    '%s: nothing is said of them',
    async (encoding) => {
      const bytes = new Uint8Array(Buffer.from('\uFEFFid,t\n1,"\u0a22\n', 'utf16le'));
      expect(await sent(bytes, { encoding })).toMatchObject({ bytes, rows: undefined });
    },
  );
  test.each(['utf-8', 'shift_jis', 'mskanji', 'latin_1', 'cp932', 'cp1252', 'euc_jp', 'gb18030', 'big5'])(
    '%s: they are counted',
    async (encoding) => {
      expect(await sent('id,t\n1,2\n', { encoding })).toMatchObject({ rows: 1 });
    },
  );
});

describe('quotes of another kind', () => {
  test('cannot be told from text: nothing is said of rows', async () => {
    const text = "id,note\n1,'a\nb'\n2,\"c\n";
    expect(await sent(text, { quotechar: "'" })).toMatchObject({ rows: undefined, warnings: [] });
  });
  test('an empty file is refused all the same', async () => {
    expect(await faultsOf(check('', { quotechar: "'" }))).toEqual(['file: "people.csv" is empty']);
  });
});
