import { presetCsv } from '@modelferry/sandbox';
import { bytesSource, storedZip, type Source } from '@modelferry/upload';

const text = new TextEncoder();
const lines = presetCsv('cars.json').split('\r\n').slice(0, 41);

/** A small table that every vendor can learn of. */
export const cars = (): Source => bytesSource('cars.csv', text.encode(`${lines.join('\r\n')}\r\n`));

export const anyText = (name: string, content: string): Source => bytesSource(name, text.encode(content));

/** An archive with one file. */
export const archive = (): Source =>
  storedZip('code.zip', [{ path: 'train.py', source: anyText('train.py', 'pass') }]);
