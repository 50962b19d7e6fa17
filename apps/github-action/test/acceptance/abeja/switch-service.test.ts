import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import { asked, countOf } from '../support/requests.ts';
import { platform, servedBy, vendorState } from './support/platform.ts';
import { switchInputs } from './support/steps.ts';

describe('switching a service to another model', () => {
  test(
    'makes a service, waits until it is ready, tries it, and points the endpoint to it',
    onStage({}, async (stage) => {
      const { sandbox, run, file } = stage;
      const sample = await file('sample.json', '{"Beak Length (mm)": 40, "Body Mass (g)": 4200}');
      const { main, post } = await run('abeja/switch-service', {
        ...switchInputs(stage),
        'sample-file': sample,
      });
      expect(main).toMatchObject({ outcome: 'success', annotations: [] });
      expect(main.outputs).toMatchObject({
        ...{ outcome: 'succeeded', switched: 'true', 'already-current': 'false', pending: 'false' },
        ...{ 'service-id': servedBy(sandbox), status: 'READY', 'previous-stopped': 'false' },
        'previous-service-id': platform(sandbox).deployment.serviceId,
        'sample-answer': expect.stringContaining('predictions'),
      });
      expect(asked(sandbox).indexOf('serviceCall')).toBeLessThan(asked(sandbox).indexOf('endpointUpdate'));
      expect(main.summary).toContain(`| Previous service ID | \`${main.outputs['previous-service-id']}\` |`);
      expect(logText(post)).toBe('');
    }),
  );

  test(
    'does nothing where that model answers already',
    onStage({}, async (stage) => {
      const given = switchInputs(stage);
      await stage.run('abeja/switch-service', given);
      const { main } = await stage.run('abeja/switch-service', given);
      expect(main.outputs).toMatchObject({ outcome: 'succeeded', 'already-current': 'true' });
      expect(vendorState(stage.sandbox)).toMatchObject({ servicesCreated: 1, switches: 1 });
    }),
  );

  test(
    'goes on only with a model that is good enough',
    onStage({}, async (stage) => {
      const gate = { 'metric-name': 'acc', 'metric-threshold': '0.9' };
      const { main } = await stage.run('abeja/switch-service', { ...switchInputs(stage), ...gate });
      expect(main.outputs).toMatchObject({ outcome: 'failed' });
      expect(main.annotations[0]?.message).toMatch(/acc is to be at least 0\.9.*Nothing was switched/s);
      expect(vendorState(stage.sandbox)).toMatchObject({ servicesCreated: 0, switches: 0 });
    }),
  );

  test(
    'leaves the endpoint alone when the time is up, and says what to do with the service',
    onStage({ faults: [{ kind: 'service-never-ready' }] }, async (stage) => {
      const { sandbox, run } = stage;
      const { main, post } = await run('abeja/switch-service', { ...switchInputs(stage), timeout: '1s' });
      expect(main).toMatchObject({ outcome: 'failure', exitCode: 1 });
      const service = vendorState(sandbox).services.at(-1)?.id;
      expect(main.outputs).toMatchObject({ outcome: 'timed-out', 'service-id': service, pending: 'true' });
      expect(main.annotations[0]?.message).toMatch(
        /its last status was "IN_PROGRESS".*services are paid for/s,
      );
      expect(servedBy(sandbox)).toBe(platform(sandbox).deployment.serviceId);
      expect(logText(post)).toBe('');
    }),
  );

  test.each(['cancel', 'kill'] as const)('is left alone after a %s, and the service is named', (means) =>
    onStage({ faults: [{ kind: 'service-never-ready' }] }, async (stage) => {
      const { sandbox, run } = stage;
      const cancel = { atLine: /is IN_PROGRESS/, means };
      const { main, post } = await run('abeja/switch-service', switchInputs(stage), { cancel });
      const service = vendorState(sandbox).services.at(-1)?.id ?? '';
      expect(main.outputs['service-id']).toBe(service);
      const said = means === 'kill' ? logText(post) : (main.annotations[0]?.message ?? '');
      expect(said).toContain(service);
      expect(said).toMatch(/services are paid for/);
      expect(servedBy(sandbox)).toBe(platform(sandbox).deployment.serviceId);
      expect([countOf(sandbox, 'serviceDelete'), countOf(sandbox, 'serviceStop')]).toEqual([0, 0]);
    })(),
  );
});
