import { inputOf, unchanged, type AdapterTypes, type Given, type Side } from './adapter-type.ts';
import { jsonObjectProblem, readJsonObject } from './json-object.ts';
import type { Rule } from './rule.ts';

/** Inputs that always have a value, so that one given says nothing. */
const defaulted: ReadonlySet<string> = new Set(['outputStatementType']);

/** What holds for any type: what it needs is given, and what it does not know is not. */
export function adapterRules(side: Side, types: AdapterTypes): readonly Rule[] {
  const typeOf = (given: Given) => String(given[inputOf(side, 'type')] ?? unchanged);
  const needed = Object.entries(types).flatMap(([type, { title, needs }]) =>
    needs.map((name): Rule => {
      const field = inputOf(side, name);
      return {
        field,
        problem: `is needed for ${sideWord[side]} ${title}: give it`,
        holds: (given) => typeOf(given) !== type || given[field] !== undefined,
      };
    }),
  );
  const names = new Set(Object.values(types).flatMap(({ needs, takes }) => [...needs, ...takes]));
  const strays = [...names].map((name): Rule => {
    const field = inputOf(side, name);
    const takers = Object.entries(types).filter(([, { needs, takes }]) =>
      [...needs, ...takes].includes(name),
    );
    return {
      field,
      problem: `only goes with ${sideWord[side]} ${takers.map(([, { title }]) => title).join(', ')}: leave it out, or choose another type`,
      holds: (given) =>
        given[field] === undefined || defaulted.has(field) || takers.some(([type]) => type === typeOf(given)),
    };
  });
  return [...needed, ...strays, namesItsType(side), isWebAddress(side)];
}

const sideWord: Readonly<Record<Side, string>> = { intake: 'intake from', output: 'output to' };

const namesItsType = (side: Side): Rule => {
  const field = inputOf(side, 'settings');
  return {
    field,
    problem: `must name its type: add "type", with the vendor's word for it`,
    holds: (given) =>
      given[inputOf(side, 'type')] !== 'other' ||
      given[field] === undefined ||
      // What is no object at all has been told of already
      jsonObjectProblem(String(given[field])) !== undefined ||
      typeof readJsonObject(String(given[field]))['type'] === 'string',
  };
};

const isWebAddress = (side: Side): Rule => {
  const field = inputOf(side, 'url');
  return {
    field,
    problem: 'must be a URL that starts with https:// or http://',
    holds: (given) =>
      given[inputOf(side, 'type')] !== 'http' ||
      given[field] === undefined ||
      /^https?:\/\/[^\s/]/i.test(String(given[field])),
  };
};
