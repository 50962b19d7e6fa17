import type { CatalogOnTrial } from './catalog-on-trial.ts';
import { everyProperty, filledParameters } from './filled-parameters.ts';
import { packedNode } from './packed.ts';

/** What holds of the form of every node that is made from a catalog. */
export function formContract(catalog: CatalogOnTrial): void {
  const { description, methods } = packedNode();
  const operations = catalog.operations.map((one) => [one.resource, one.name, one.inputFields] as const);

  test.each(operations)('%s %s shows a place for every input', (resource, operation, inputFields) => {
    const shown = filledParameters({ resource, operation });
    expect(shown).toMatchObject({ resource, operation });
    if (inputFields.some(({ advanced }) => advanced)) expect(shown).toHaveProperty('options');
  });

  test('every list it offers can be filled, and no other is there', () => {
    const wanted = everyProperty(description.properties).flatMap(({ modes = [], typeOptions }) => [
      ...modes.flatMap((mode) => mode.typeOptions?.searchListMethod ?? []),
      typeOptions?.resourceMapper?.resourceMapperMethod ?? [],
    ]);
    const had = [...Object.keys(methods?.listSearch ?? {}), ...Object.keys(methods?.resourceMapping ?? {})];
    expect([...new Set(wanted.flat())].sort()).toEqual(had.sort());
  });

  test('no parameter asks for a secret', () => {
    for (const { name, typeOptions } of everyProperty(description.properties)) {
      expect(name).not.toMatch(/secret|password|token|apiKey/i);
      expect(typeOptions?.password).toBeUndefined();
    }
  });
}
