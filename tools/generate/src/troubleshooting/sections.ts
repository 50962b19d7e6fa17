import { errorCodes, errorGuide, type ErrorCode } from '@modelferry/http';
import { unalignedTable } from '../markdown-table.ts';
import type { SaidError } from './said-errors.ts';

/** What each kind of failure means, in a line each. */
export const codesTable = (): string =>
  unalignedTable([
    ['Kind', 'What it means', 'What to do next'],
    ...errorCodes.map((code) => [`[\`${code}\`](#${code})`, errorGuide[code].meaning, errorGuide[code].next]),
  ]);

/** A section for each kind of failure, under the heading that its code is. */
export const sections = (said: readonly SaidError[]): string =>
  errorCodes
    .map((code) =>
      section(
        code,
        said.filter((one) => one.code === code),
      ),
    )
    .join('\n\n');

function section(code: ErrorCode, said: readonly SaidError[]): string {
  const { meaning, next } = errorGuide[code];
  const places = [...new Set(said.map(placeOf))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const lists = places.flatMap((place) => [
    `#### ${place}`,
    entries(said.filter((one) => placeOf(one) === place)),
  ]);
  return [`### ${code}`, `${meaning} ${next}`, ...lists].join('\n\n');
}

function entries(said: readonly SaidError[]): string {
  const remedies = new Map<string, Set<string>>();
  for (const { text, remedies: some } of said)
    remedies.set(text, new Set([...(remedies.get(text) ?? []), ...some]));
  return [...remedies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([text, some]) => [`- ${inCode(text)}`, ...[...some].map(plain)].join('\\\n  '))
    .join('\n');
}

const inCode = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

const plain = (text: string): string => text.replaceAll(/[*_<[\]|\\`]/g, '\\$&');

const everywhere = 'Wherever it runs';

const places: Readonly<Record<string, string>> = {
  'packages/prediction-one': 'Prediction One',
  'packages/datarobot': 'DataRobot',
  'packages/abeja': 'ABEJA Platform',
  'packages/n8n-host': 'In n8n',
  'apps/github-action': 'In GitHub Actions',
  'packages/node-host': 'In GitHub Actions and the libraries: files and connections',
};

const order: readonly string[] = [everywhere, ...Object.values(places)];

const placeOf = ({ path }: SaidError): string => places[path.split('/').slice(0, 2).join('/')] ?? everywhere;
