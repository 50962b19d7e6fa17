import { abejaFaultKinds } from '@modelferry/sandbox';
import { dataScenarios } from './fault-table/support/data-scenarios.ts';
import { modelScenarios } from './fault-table/support/model-scenarios.ts';
import { servingScenarios } from './fault-table/support/serving-scenarios.ts';
import {
  definitionScenarios,
  jobScenarios,
  versionScenarios,
} from './fault-table/support/training-scenarios.ts';
import { operationOf } from './fault-table/support/scenario.ts';
import { Stage } from './support/stage.ts';
import { writeFileSync } from 'node:fs';
const stage = Stage.forFile();
const all = [
  ...definitionScenarios,
  ...versionScenarios,
  ...jobScenarios,
  ...modelScenarios,
  ...servingScenarios,
  ...dataScenarios,
];
const points = all.flatMap((s) => Object.entries(s.calls).map(([call, nature]) => ({ s, call, nature })));
const out: string[] = [];
afterAll(() => writeFileSync(`/tmp/wire-matrix-${process.env['KINDS'] ?? 'all'}.txt`, out.join('\n')));
test('n', () => {
  process.stderr.write(`@@ points ${points.length}\n`);
});
const kinds = Object.keys(abejaFaultKinds).filter(
  (k) => !process.env['KINDS'] || process.env['KINDS'].split(',').includes(k),
);
describe.each(kinds)('%s', (kind) => {
  test.each(points)(
    '$s.name @ $call',
    async ({ s, call, nature }) => {
      await stage.reset();
      const inputs = await s.inputs(stage);
      stage.sandbox.faults.plan({
        kind: kind as never,
        operation: call as never,
        delayMs: 30,
        ...(kind === 'slow-drip' && { delayMs: 1, bytes: 200 }),
      });
      const t = Date.now();
      const p = await stage.perform(operationOf(s), inputs);
      const met = stage.sandbox.faults.unconsumed().length === 0;
      let said = '';
      if (p.result.status === 'fulfilled') {
        try {
          if (s.gives) expect(p.result.value).toMatchObject(s.gives as never);
          s.done?.(stage, p);
          said = 'works';
        } catch (e) {
          said = `WRONG ${JSON.stringify(p.result.value)?.slice(0, 200)}`;
        }
      } else {
        const r = p.result.reason as { code?: string; message: string; remedy?: string };
        said = `fails ${r.code}: ${r.message} || ${r.remedy}`;
      }
      const st = stage.state;
      out.push(
        `${kind}\t${nature}\t${s.name} @ ${call}\t${met ? '' : 'UNMET '}${said}\t${Date.now() - t}ms j${st.jobsCreated} v${st.versionsCreated} m${st.modelsCreated} s${st.servicesCreated} leaks${stage.sandbox.state().credentialLeaks}`,
      );
    },
    20000,
  );
});
