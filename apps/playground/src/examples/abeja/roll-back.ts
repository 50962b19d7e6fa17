import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { foreignSwitch } from '../../data/foreign-switch.ts';
import { Unexpected, type Example } from '../example.ts';
import { currentService } from './current-service.ts';

export const rollBack: Example = {
  file: 'roll-back.json',
  limitMs: 60_000,
  async prepare({ sandbox, filesFolder, signal }) {
    const previousServiceId = await foreignSwitch(sandbox, signal);
    await writeFile(join(filesFolder, 'way-back.json'), JSON.stringify([{ previousServiceId }]));
  },
  outcome(execution, { sandbox }) {
    const { serviceId, previousServiceId, switched } = execution.items('Roll back')[0]?.json ?? {};
    const current = currentService(sandbox);
    if (switched !== true || current?.id !== serviceId || serviceId === previousServiceId)
      throw new Unexpected(`${current?.id} answers`);
    return String(execution.items('Tell the team')[0]?.json.text);
  },
};
