import { ApiError } from '../../api-error.ts';
import { FieldError } from '../errors.ts';
import { requiredText } from '../fields.ts';
import { envelope, stretchOf, unarchived } from '../page.ts';
import type { AbejaPlatform } from '../platform.ts';
import { T } from '../serve-routes.ts';
import type { Route } from '../call.ts';
import type { Definition } from '../training/definition.ts';
import { checkEmpty } from '../training/check-empty.ts';
import { findDefinition } from '../training/find.ts';
import { definitionObject } from '../training/training-objects.ts';

const usualPage = 50;

/** Job definitions. */
export function definitionRoutes(platform: AbejaPlatform): readonly Route[] {
  const { definitions, organization, parts } = platform;
  const { variants, clock } = parts;
  const setArchived = (definition: Definition, archived: boolean): { readonly message: string } => {
    definition.archived = archived;
    definition.modifiedMs = clock.now();
    return { message: `${definition.name} ${archived ? 'archived' : 'unarchived'}` };
  };
  return [
    ['GET /organizations/:org', 'abejaOrganization', () => ({ ...organization })],
    [
      `POST ${T}`,
      'jobDefinitionCreate',
      ({ fields }) => {
        const name = requiredText(fields(), 'name');
        if (variants.has('strict-names') && !/^[\w-]+$/.test(name))
          throw new FieldError('name', 'only letters, digits, - and _');
        const isTaken = [...definitions.values()].some((each) => each.name === name);
        if (isTaken && !variants.has('duplicate-allowed'))
          throw new ApiError(variants.has('duplicate-409') ? 409 : 400, `${name} exists already`);
        return definitionObject(platform, addDefinition(platform, name));
      },
    ],
    [
      `GET ${T}`,
      'jobDefinitions',
      ({ query }) => {
        const kept = unarchived([...definitions.values()], query, variants);
        const page = stretchOf(kept, query, usualPage, variants);
        return envelope(page, (each) => definitionObject(platform, each), variants);
      },
    ],
    [
      `GET ${T}/:name`,
      'jobDefinition',
      (call) =>
        definitionObject(platform, findDefinition(platform, call), call.query.include_jobs !== 'false'),
    ],
    [
      `DELETE ${T}/:name`,
      'jobDefinitionDelete',
      (call) => {
        const definition = findDefinition(platform, call);
        const { versions, jobs, models } = definition;
        checkEmpty(platform, jobs, versions.length + jobs.length + models.length);
        definitions.delete(definition.id);
        return { message: `${definition.name} deleted` };
      },
    ],
    [
      `POST ${T}/:name/archive`,
      'jobDefinitionArchive',
      (call) => setArchived(findDefinition(platform, call), true),
    ],
    [
      `POST ${T}/:name/unarchive`,
      'jobDefinitionUnarchive',
      (call) => setArchived(findDefinition(platform, call), false),
    ],
  ];
}

/** Makes a job definition, empty. */
export function addDefinition({ ids, definitions, parts }: AbejaPlatform, name: string): Definition {
  const now = parts.clock.now();
  const definition: Definition = {
    ...{ id: ids.digits('definition'), name, createdMs: now, modifiedMs: now, archived: false },
    ...{ versions: [], jobs: [], models: [], lastVersion: 0 },
  };
  definitions.set(definition.id, definition);
  return definition;
}
