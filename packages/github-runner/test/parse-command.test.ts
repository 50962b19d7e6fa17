import fc from 'fast-check';
import { parseCommand, registeredCommands } from '../src/index.ts';

test.each([
  ['::error::boom', 'error', {}, 'boom'],
  ['  \u00a0\u0085\u2028\u3000::error::boom', 'error', {}, 'boom'],
  ['::ERROR::boom', 'error', {}, 'boom'],
  [
    '::error file=a%2Cb%3A%25c,line=3,empty=,=x,title=T=1::x%0Ay%0D%25',
    'error',
    { file: 'a,b:%c', line: '3', title: 'T=1' },
    'x\ny\r%',
  ],
  ['::add-mask::a::b', 'add-mask', {}, 'a::b'],
  ['::notice  File=x::y', 'notice', { file: 'x' }, 'y'],
  ['::debug::%250A', 'debug', {}, '%0A'],
  ['text ##[error]boom', 'error', {}, 'boom'],
  ['##[save-state name=a%3Bb;x=%5D]v%3B%5D', 'save-state', { name: 'a;b', x: ']' }, 'v;]'],
  ['::notice::n ##[error]e', 'notice', {}, 'n ##[error]e'],
  ['::nothing:: ##[warning]w', 'warning', {}, 'w'],
])('%j is a command', (line, name, properties, data) => {
  expect(parseCommand(line)).toEqual({ name, properties, data });
});

test.each([
  'plain',
  ':: error::x',
  ': :error::x',
  'x ::error::x',
  '::unknown::x',
  '::error',
  '# #[error]x',
  '##[unknown]x',
  '##[error',
  '##[ error]x',
  '\u200b::error::x',
])('%j is text', (line) => {
  expect(parseCommand(line)).toBeUndefined();
});

test('A stop token is a name too, in any case', () => {
  expect(parseCommand('::TOKEN::', 'token')).toEqual({ name: 'token', properties: {}, data: '' });
  expect(parseCommand('##[token]', 'token')?.name).toBe('token');
  expect(parseCommand('::token::')).toBeUndefined();
});

const name = fc.constantFrom(...registeredCommands);
const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

test('Escaped data comes back as it was', () => {
  fc.assert(
    fc.property(name, fc.string({ unit: 'binary' }), (command, data) => {
      expect(parseCommand(`::${command}::${escaped(data)}`)).toEqual({ name: command, properties: {}, data });
    }),
  );
});

test('The old syntax is found behind any text without a mark of its own', () => {
  fc.assert(
    fc.property(name, fc.string(), fc.string(), (command, before, data) => {
      fc.pre(!before.includes('#') && !before.trimStart().startsWith('::') && !/[%\n]/.test(data));
      expect(parseCommand(`${before}##[${command}]${data}`)).toEqual({ name: command, properties: {}, data });
    }),
  );
});
