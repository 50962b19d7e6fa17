import type { ActionFace, ActionInput, ActionOutput } from '@modelferry/github-action';
import { markdownTable, unalignedTable } from '../markdown-table.ts';
import { nameOf, type ActionVendor } from './action-vendor.ts';
import { minimalExample } from './minimal-example.ts';
import { sentence } from './sentence.ts';

/** The table of all actions, each a link to its section. */
export const actionsTable = (vendors: readonly ActionVendor[]): string =>
  markdownTable([
    ['Action', 'Vendor', 'What it does'],
    ...vendors.flatMap(({ title, faces }) =>
      faces.map((face) => [`[\`${nameOf(face)}\`](#${anchorOf(face)})`, title, face.description]),
    ),
  ]);

/** A section for each action. */
export const reference = (vendors: readonly ActionVendor[]): string =>
  vendors.flatMap(({ faces }) => faces.map(section)).join('\n\n');

const section = (face: ActionFace): string =>
  [
    `### \`${nameOf(face)}\``,
    sentence(face.description),
    ['```yaml', minimalExample(face), '```'].join('\n'),
    unalignedTable([['Input', 'Type', 'Required', 'Default', 'Description'], ...face.inputs.map(inputRow)]),
    unalignedTable([['Output', 'Type', 'Description'], ...face.outputs.map(outputRow)]),
  ].join('\n\n');

const inputRow = ({ name, type, required, default: value, description, example }: ActionInput) => [
  `\`${name}\``,
  type,
  required ? 'yes' : 'no',
  value === undefined ? '' : value.split('\n').map(code).join('<br>'),
  example === undefined ? inText(description) : `${inText(description)} Example: ${code(example)}`,
];

const outputRow = ({ name, type, description }: ActionOutput) => [
  code(name),
  type,
  inText(sentence(description)),
];

/** GitHub's own rule for headings: the slash goes. */
const anchorOf = ({ vendor, step }: ActionFace): string => `${vendor}${step}`;

const code = (text: string): string => `\`${text}\``;

/** What Markdown would take for a tag or for emphasis is text. */
const inText = (text: string): string => text.replace(/[<*_[\]\\]/g, '\\$&');
