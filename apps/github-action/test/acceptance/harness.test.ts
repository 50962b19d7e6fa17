import { onStage } from './support/on-stage.ts';
import { publishedModel, retrainAccess, cars } from './support/prediction-one.ts';
import { expectSecretsNowhere } from './support/secrets-nowhere.ts';

const failsAs = (pattern: RegExp, test: () => Promise<void>) => expect(test()).rejects.toThrow(pattern);

describe('the harness', () => {
  test(
    'finds a secret in every place and in every form',
    onStage({}, async (stage) => {
      const { sandbox, run, file } = stage;
      const given = { ...retrainAccess(sandbox), 'training-data': await file('cars.csv', cars()) };
      const { main, post } = await run('prediction-one/retrain', given);
      const secret = publishedModel(sandbox).retrainKey;
      const hidden = Buffer.from(`user:${secret}`).toString('base64');
      const leaks = [
        { main: { ...main, outputs: { url: encodeURIComponent(secret) } }, post },
        { main, post: { ...post, state: { job: hidden } } },
        { main: { ...main, summary: `| ${secret} |` }, post },
        { main, post: { ...post, lines: [{ ms: 1, stream: 'stderr' as const, text: hidden }] } },
        { main: { ...main, annotations: [{ kind: 'error' as const, message: secret }] }, post },
      ];
      for (const leak of leaks) {
        await failsAs(/Secret 1 stands/, () => expectSecretsNowhere(stage, [leak], [secret]));
      }
      const signed = { main: { ...main, summary: 'https://x.example/a?X-Amz-Signature=4711' }, post };
      await failsAs(/signature/, () => expectSecretsNowhere(stage, [signed], [secret]));
    }),
  );

  test('fails when a planned fault was not met', () =>
    failsAs(
      /download-url-expired/,
      onStage({ faults: [{ kind: 'download-url-expired' }] }, async () => undefined),
    ));

  test('fails when half a file stays behind', () =>
    failsAs(
      /result\.csv\.part/,
      onStage({}, async ({ file }) => void (await file('result.csv.part', 'half'))),
    ));
});
