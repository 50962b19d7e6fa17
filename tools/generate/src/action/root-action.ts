import type { ActionFace, ActionInput, ActionOutput } from '@modelferry/github-action';
import type { ShownFace } from './action-manifest.ts';
import { nameOf, type ActionVendor } from './action-vendor.ts';
import { sentence } from './sentence.ts';

/** Something that several actions have under one name, with the actions that have it as it is here. */
interface Shared<One> {
  readonly one: One;
  readonly users: readonly string[];
}

/** The action at the root, which the Marketplace lists: every operation in one, chosen by an input. */
export function rootAction(vendors: readonly ActionVendor[]): ShownFace {
  const faces = vendors.flatMap((vendor) => vendor.faces);
  const titles = vendors.map(({ title }) => title);
  return {
    title: 'Modelferry machine learning',
    description: `Retrain, wait, switch and predict in CI: ${titles.join(', ')}`,
    inputs: [
      operationInput(faces.map(nameOf)),
      ...byName(faces, 'inputs').map((variants) => joinedInput(variants, faces.length)),
    ],
    outputs: byName(faces, 'outputs').map((variants) => joinedOutput(variants, faces.length)),
  };
}

const operationInput = (names: readonly string[]): ActionInput => ({
  name: 'operation',
  type: 'enum',
  description: `What to do. One of: ${names.join(', ')}. Each is also an action of its own, whose inputs are only those that it uses.`,
  required: true,
  choices: names,
  secret: false,
});

/** All inputs or outputs of a name together; those that say the same are one. */
function byName<Key extends 'inputs' | 'outputs'>(faces: readonly ActionFace[], key: Key) {
  type One = ActionFace[Key][number];
  const names = new Map<string, Map<string, Shared<One>>>();
  for (const face of faces) {
    for (const one of face[key] as readonly One[]) {
      const variants = names.get(one.name) ?? new Map<string, Shared<One>>();
      const { field: _, ...said } = one;
      const identity = JSON.stringify(said);
      const users = [...(variants.get(identity)?.users ?? []), nameOf(face)];
      names.set(one.name, variants.set(identity, { one, users }));
    }
  }
  return [...names.values()].map((variants) => [...variants.values()] as [Shared<One>, ...Shared<One>[]]);
}

/** Nothing but the operation is required: each knows itself what it needs. A default stands only where it is everybody's. */
function joinedInput(variants: readonly [Shared<ActionInput>, ...Shared<ActionInput>[]], all: number) {
  const [{ one }] = variants;
  const common = variants.every((other) => other.one.default === one.default) ? one.default : undefined;
  const joined: ActionInput = {
    name: one.name,
    type: joinedType(variants),
    description: said(variants, all, ({ description, required, default: value }) =>
      [
        description,
        ...(required ? ['Required.'] : []),
        ...(value === common || value === undefined ? [] : [`Default: ${value.replaceAll('\n', ' ')}.`]),
      ].join(' '),
    ),
    example: variants.find((other) => other.one.example !== undefined)?.one.example,
    required: false,
    default: common,
    choices: joinedChoices(variants),
    secret: variants.some((other) => other.one.secret),
  };
  return joined;
}

const joinedOutput = (
  variants: readonly [Shared<ActionOutput>, ...Shared<ActionOutput>[]],
  all: number,
): ActionOutput => ({
  name: variants[0].one.name,
  type: joinedType(variants),
  description: said(variants, all, ({ description }) => sentence(description)),
  choices: joinedChoices(variants),
});

/** Each text with those for whom it is true; where it is true for all, nothing is said of them. */
function said<One>(variants: readonly Shared<One>[], all: number, text: (one: One) => string): string {
  const users = new Map<string, readonly string[]>();
  for (const variant of variants) {
    const words = text(variant.one);
    users.set(words, [...(users.get(words) ?? []), ...variant.users]);
  }
  return [...users]
    .map(([words, names]) => (names.length === all ? words : `${words} Used by: ${names.join(', ')}.`))
    .join(' ');
}

type Typed<Type extends string> = Shared<{ readonly type: Type; readonly choices?: readonly string[] }>;

function joinedType<Type extends string>(variants: readonly [Typed<Type>, ...Typed<Type>[]]) {
  const [{ one }] = variants;
  return variants.every((other) => other.one.type === one.type) ? one.type : ('string' as const);
}

function joinedChoices(variants: readonly Typed<string>[]): readonly string[] | undefined {
  const words = variants.flatMap(({ one }) => one.choices ?? []);
  return words.length > 0 ? [...new Set(words)] : undefined;
}
