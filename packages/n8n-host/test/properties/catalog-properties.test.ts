import {
  choice,
  count,
  defineCatalog,
  operationsOf,
  savedFile,
  text,
  type Operation,
} from '@modelferry/operation';
import { NodeHelpers, type INode, type INodeProperties, type INodeTypeDescription } from 'n8n-workflow';
import * as v from 'valibot';
import { catalogProperties, insert, operationProperties, override } from '../../src/properties/index.ts';
import { getMany, load, sail, smallCatalog } from './small-catalog.ts';

const properties = catalogProperties(smallCatalog);
const named = (name: string, among: readonly INodeProperties[] = properties): INodeProperties => {
  const found = among.find((one) => one.name === name);
  if (!found) throw new Error(`There is no property ${name}`);
  return found;
};
const ofLoad = operationProperties(load);
const options = (named('options', ofLoad).options ?? []) as INodeProperties[];

/** What n8n's editor would show. */
function shown(parameters: Record<string, unknown>, all = properties): string[] {
  const node = { typeVersion: 1, parameters } as unknown as INode;
  const description = { properties: all } as unknown as INodeTypeDescription;
  const filled = NodeHelpers.getNodeParameters(all, node.parameters, true, false, node, description);
  return Object.keys(filled ?? {});
}

describe('layout', () => {
  test('starts with the resources that have operations, in order of declaration', () => {
    expect(properties[0]).toMatchObject({ name: 'resource', noDataExpression: true, default: 'ship' });
    expect(properties[0]?.options?.map(({ name }) => name)).toEqual(['Ship', 'Voyage']);
  });

  test('gives each resource its operations, with action and description', () => {
    expect(properties[1]).toMatchObject({
      name: 'operation',
      noDataExpression: true,
      default: 'load',
      displayOptions: { show: { resource: ['ship'] } },
      options: [
        { name: 'Load', value: 'load', action: 'Load ship', description: 'Loads the ship and sends it off' },
        { name: 'Get Many', value: 'getMany', action: 'Get many ships', description: 'Lists many ships' },
      ],
    });
  });

  test('keeps main inputs in the order of declaration, and gathers the advanced ones at the end', () => {
    expect(ofLoad.map(({ name }) => name)).toEqual([
      ...['cargoFrom', 'cargoBinaryField', 'cargoUrl', 'ballastFrom', 'ballastBinaryField', 'ballastUrl'],
      ...['shipId', 'note', 'wait', 'timeoutSeconds', 'speed', 'options'],
    ]);
  });

  test('sorts five or more options by what the user sees', () => {
    const titles = options.map(({ displayName }) => displayName);
    expect(titles).toHaveLength(8);
    expect(titles).toEqual([...titles].sort((a, b) => a.localeCompare(b)));
  });

  test('requires nothing among the options, and writes no "required: false"', () => {
    expect(JSON.stringify(options)).not.toContain('"required"');
    expect(JSON.stringify(properties)).not.toContain('"required":false');
  });

  test('names and words every property, in the order of keys that n8n uses', () => {
    for (const one of [...properties, ...options]) {
      expect(Object.keys(one).slice(0, 3)).toEqual(['displayName', 'name', 'type']);
      expect(one).toHaveProperty('default');
      expect(Object.values(one)).not.toContain(undefined);
    }
  });
});

describe('kinds', () => {
  test('reference: from a list, by URL, by ID', () => {
    const { modes, required, default: initial } = named('shipId', ofLoad);
    expect({ required, initial }).toEqual({ required: true, initial: { mode: 'list', value: '' } });
    expect(modes?.map(({ name }) => name)).toEqual(['list', 'url', 'id']);
    expect(modes?.[0]?.typeOptions).toEqual({ searchListMethod: 'searchShips', searchable: true });
    expect(modes?.[1]?.extractValue).toEqual({ type: 'regex', regex: '/ships/([a-z0-9]+)' });
    expect(modes?.[1]?.placeholder).toBe('e.g. https://example.com/ships/7f00');
    expect(modes?.[2]?.placeholder).toBe('e.g. 7f00');
  });

  test('reference without a pattern cannot be chosen by URL', () => {
    const { modes } = named('shipId', operationProperties(sail));
    expect(modes?.map(({ name }) => name)).toEqual(['list', 'id']);
  });

  test('file: a binary field that n8n knows as one, or a URL', () => {
    expect(named('cargoFrom', ofLoad)).toMatchObject({ default: 'binary', displayName: 'Cargo From' });
    expect(named('cargoBinaryField', ofLoad)).toMatchObject({
      typeOptions: { binaryDataProperty: true },
      default: 'data',
      displayOptions: { show: { resource: ['ship'], operation: ['load'], cargoFrom: ['binary'] } },
    });
    expect(named('ballastFrom', ofLoad)).toMatchObject({ default: 'none' });
  });

  test('file: n8n does not block a run for the place that an expression does not choose', () => {
    const parameters = { resource: 'ship', operation: 'load', cargoFrom: '={{ "binary" }}', cargoUrl: '' };
    const node = { typeVersion: 1, parameters } as unknown as INode;
    const issues = NodeHelpers.getNodeParametersIssues(properties, node, null);
    expect(Object.keys(issues?.parameters ?? {})).toEqual(['shipId']);
  });

  test('file among the options: one option for either place, without a switch', () => {
    expect(options.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['escortBinaryField', 'escortUrl']),
    );
    expect(named('escortUrl', options).displayOptions).toBeUndefined();
  });

  test('duration: seconds, with its bounds', () => {
    expect(named('timeoutSeconds', ofLoad)).toMatchObject({
      displayName: 'Timeout (Seconds)',
      type: 'number',
      typeOptions: { minValue: 5, maxValue: 3600 },
      default: 60,
    });
  });

  test('choice, texts, link, numbers', () => {
    expect(named('speed', ofLoad)).toMatchObject({ type: 'options', default: 'slow' });
    expect(named('flags', options)).toMatchObject({ type: 'string', default: '' });
    expect(named('ports', options)).toMatchObject({ type: 'multiOptions', default: [] });
    expect(named('tracker', options)).toMatchObject({ type: 'string' });
    expect(named('crew', options)).toMatchObject({ default: 1, typeOptions: { minValue: 1, maxValue: 9 } });
    expect(named('draught', options)).toMatchObject({ default: 0 });
    expect(named('note', ofLoad)).toMatchObject({ typeOptions: { rows: 4 }, placeholder: 'e.g. fragile' });
  });

  test('rows: a resource mapper that is asked again when what it depends on changes', () => {
    expect(named('rows', operationProperties(sail))).toMatchObject({
      type: 'resourceMapper',
      required: true,
      noDataExpression: true,
      typeOptions: {
        loadOptionsDependsOn: ['shipId.value'],
        resourceMapper: { resourceMapperMethod: 'getCargoColumns', mode: 'add', supportAutoMap: true },
      },
    });
  });

  test('Return All and Limit have the words that n8n fixes', () => {
    const ofGetMany = operationProperties(getMany);
    expect(named('returnAll', ofGetMany)).toMatchObject({
      displayName: 'Return All',
      description: 'Whether to return all results or only up to a given limit',
    });
    expect(named('limit', ofGetMany)).toMatchObject({
      displayName: 'Limit',
      description: 'Max number of results to return',
      default: 50,
      typeOptions: { minValue: 1 },
      displayOptions: { show: { returnAll: [false] } },
    });
  });

  test('Simplify stands only where there are more than ten output fields', () => {
    expect(named('simplify', operationProperties(getMany))).toMatchObject({ type: 'boolean', default: true });
    expect(ofLoad.some(({ name }) => name === 'simplify')).toBe(false);
  });

  test('many output fields of which none can be left out are refused', () => {
    const plain = getMany.outputFields.map((field) => ({ ...field, advanced: false }));
    expect(() => operationProperties({ ...getMany, outputFields: plain })).toThrow(
      'ship.getMany has many output fields: make those advanced that few need.',
    );
  });

  test('a kind that is for outputs only is refused', () => {
    expect(() => operationProperties(odd({ file: savedFile({ title: 'A', description: 'B' }) }))).toThrow(
      'file: n8n has no way to enter a value of kind saved-file.',
    );
  });

  test.each(['resource', 'operation', 'options'])('an input cannot take the name "%s" from n8n', (name) => {
    expect(() => operationProperties(odd({ [name]: text({ title: 'A', description: 'B' }) }))).toThrow(
      `ship.odd: the parameter "${name}" is there already.`,
    );
  });

  test.each([
    ['a choice', choice({ title: 'A', description: 'B', choices: { x: { title: 'X' } } })],
    ['a number', count({ title: 'A', description: 'B' })],
  ])('%s in the main form that may be left out needs a default', (_, schema) => {
    expect(() => operationProperties(odd({ one: v.optional(schema) }))).toThrow(
      'ship.odd: give one a default, or make it advanced.',
    );
  });
});

describe('conditions, as n8n applies them', () => {
  test('show one operation at a time', () => {
    const visible = shown({ resource: 'ship', operation: 'getMany' });
    expect(visible).toEqual(['resource', 'operation', 'returnAll', 'limit', 'simplify']);
  });

  test('follow the main inputs', () => {
    expect(shown({ resource: 'ship', operation: 'load', wait: true })).toContain('timeoutSeconds');
    expect(shown({ resource: 'ship', operation: 'load', wait: false })).not.toContain('timeoutSeconds');
    expect(shown({ resource: 'ship', operation: 'load', cargoFrom: 'url' })).toContain('cargoUrl');
    expect(shown({ resource: 'ship', operation: 'load', cargoFrom: 'url' })).not.toContain(
      'cargoBinaryField',
    );
  });

  test('reach from an option to the main input that governs it', () => {
    expect(named('zone', options).displayOptions).toEqual({ show: { '/wait': [true] } });
  });
});

describe('what is made by hand', () => {
  const byHand = override(load, 'note', {
    properties: [{ displayName: 'Remark', name: 'remark', type: 'string', default: '' }],
    read: ({ parameter }) => String(parameter('remark')),
  });
  const notice = insert(
    load,
    { displayName: 'Mind the gap', name: 'gap', type: 'notice', default: '' },
    'wait',
  );

  test('stands where the made one would, under the conditions of its operation', () => {
    const made = catalogProperties(smallCatalog, {
      head: [{ displayName: 'Keys', name: 'keys', type: 'hidden', default: '' }],
      overrides: [byHand],
      inserts: [notice],
    });
    const names = made.map(({ name }) => name);
    expect(names.slice(0, 5)).toEqual(['resource', 'operation', 'operation', 'keys', 'cargoFrom']);
    expect(names.slice(names.indexOf('remark'), names.indexOf('wait') + 1)).toEqual([
      'remark',
      'gap',
      'wait',
    ]);
    expect(names).not.toContain('note');
    expect(named('gap', made).displayOptions).toEqual({ show: { resource: ['ship'], operation: ['load'] } });
  });

  test('may have words of its own, which conditions then use', () => {
    const switched = override(load, 'wait', {
      properties: [{ displayName: 'Patience', name: 'patience', type: 'options', default: 'much' }],
      read: ({ parameter }) => parameter('patience') === 'much',
      wordFor: (value) => (value === true ? 'much' : 'none'),
    });
    const made = operationProperties(load, { overrides: [switched] });
    expect(named('timeoutSeconds', made).displayOptions?.show).toMatchObject({ patience: ['much'] });
    const zone = named('zone', (named('options', made).options ?? []) as INodeProperties[]);
    expect(zone.displayOptions).toEqual({ show: { '/patience': ['much'] } });
  });

  test('must belong to an input', () => {
    const lost = { ...byHand, field: 'nothing' };
    expect(() => operationProperties(load, { overrides: [lost] })).toThrow(
      'ship.load has no input "nothing"',
    );
  });
});

/** An operation with these inputs. */
function odd(entries: Record<string, v.GenericSchema>): Operation {
  const operation = operationsOf<object>()({
    resource: 'ship',
    name: 'odd',
    title: 'Odd',
    action: 'Do odd ship',
    summary: 'Does',
    inputs: v.object(entries),
    outputs: v.object({ a: text({ title: 'A', description: 'B' }) }),
    run: async () => ({ a: 'a' }),
  });
  defineCatalog<object>({
    vendor: 'harbour',
    title: 'Harbour',
    resources: { ship: { title: 'Ship', description: 'S' } },
    operations: [operation],
    lookups: {},
    columnLookups: {},
  });
  return operation;
}

describe('descriptions', () => {
  const described = (description: string) => {
    const [, , shownField] = catalogProperties(
      defineCatalog({
        ...smallCatalog,
        operations: [
          operationsOf<never>()({
            ...{
              resource: 'ship',
              name: 'call',
              title: 'Call',
              action: 'Call ship',
              summary: 'Call it <now>',
            },
            inputs: v.object({ word: text({ title: 'Word', description }) }),
            outputs: v.object({}),
            run: async () => ({}),
          }),
        ],
      }),
    );
    return shownField?.description;
  };
  test('are shown as HTML, so angle brackets are encoded', () => {
    expect(described('Saved as <job ID>.csv')).toBe('Saved as &lt;job ID&gt;.csv');
  });
  test('end with a full stop where they have several sentences, and only there', () => {
    expect(described('One. Two')).toBe('One. Two.');
    expect(described('One. Two.')).toBe('One. Two.');
    expect(described('One, e.g. this')).toBe('One, e.g. this');
  });
});
