import { saidErrors } from '../../src/troubleshooting/said-errors.ts';
import { sourcesOf } from '../../src/troubleshooting/sources.ts';

const said = (...texts: readonly string[]) =>
  saidErrors(sourcesOf(texts.map((text, index) => [`packages/ferry/src/${index}.ts`, text] as const))).map(
    ({ code, text, remedies }) => [code, text, ...remedies],
  );

test('an error is found where it is made, with blanks for what only a run knows', () => {
  expect(
    said(
      "throw new EngineError({ code: 'conflict', message: `Job ${job.id} is ${state} already.`, remedy: 'Wait.' });",
    ),
  ).toEqual([['conflict', 'Job … is … already.', 'Wait.']]);
});

test('each way of saying it is a text of its own', () => {
  const code = `
    const why = late ? ' It was late.' : '';
    const error = { code: gone ? 'not-found' : 'conflict', message: \`It is not there.\${why}\` };`;
  expect(said(code)).toEqual([
    ['not-found', 'It is not there. It was late.'],
    ['not-found', 'It is not there.'],
    ['conflict', 'It is not there. It was late.'],
    ['conflict', 'It is not there.'],
  ]);
});

test('a maker of errors says what its callers give, in other files and through other makers', () => {
  const maker = `
    export const refused = (field: string, problem: string, remedy = 'Look.') =>
      new InputError([{ field, problem: \`"\${field}" \${problem}\`, remedy }]);`;
  const caller = `import { refused } from './0.ts';
    const twice = (problem: string) => refused('name', problem, 'Rename it.');
    twice('is there twice');
    refused('name', 'is too long');`;
  const stranger = "const refused = (problem: string) => problem; refused('is of no interest');";
  expect(said(maker, caller, stranger)).toEqual([
    ['invalid-input', '…: "name" is there twice', 'Rename it.'],
    ['invalid-input', '…: "name" is too long', 'Look.'],
  ]);
});

test('an error of the transport has the code of its kind', () => {
  expect(said("new TransportError({ kind: 'fatal', message: 'the name is unknown.', bodyTaken });")).toEqual([
    ['network', 'the name is unknown.'],
  ]);
});

test('checks of inputs and remedies by status are found, too', () => {
  const code = `
    v.pipe(v.number('must be a number'), w.integer('must be elsewhere'));
    const remedies = { 403: 'Ask.', unauthorized: 'Look at the key.' };
    function rules(status) { switch (status) { case 411: return { remedy: 'Send a file.' }; } }`;
  expect(said(code)).toEqual([
    ['invalid-input', '…: must be a number'],
    ['forbidden', 'Could not …: the server answered 403, "…".', 'Ask.'],
    ['unauthorized', 'Could not …: the server answered …, "…".', 'Look at the key.'],
    ['rejected', 'Could not …: the server answered 411, "…".', 'Send a file.'],
  ]);
});

test('what says nothing by itself is left out', () => {
  expect(
    said('new EngineError({ code: "conflict", message: error.message }); f({ message: "Hello there" });'),
  ).toEqual([]);
});
