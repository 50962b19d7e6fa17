import { crc32 } from 'node:zlib';
import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import { asked } from '../support/requests.ts';
import { expectSecretsNowhere } from '../support/secrets-nowhere.ts';
import { platform, vendorState } from './support/platform.ts';
import { uploadDataInputs } from './support/steps.ts';

const newFile = (sandbox: Parameters<typeof vendorState>[0]) => vendorState(sandbox).files.at(-1);

describe('uploading data', () => {
  test.each([
    ['direct', ['channelUpload']],
    ['presigned', ['channelPresign', 'put', 'channelFile']],
  ])('%s: the bytes arrive, and the next step knows the file by its address', (way, calls) =>
    onStage({}, async (stage) => {
      const { sandbox, run } = stage;
      const given = { ...(await uploadDataInputs(stage)), way, metadata: 'source=plant 7' };
      const { main, post } = await run('abeja/upload-data', given);
      const { id: channel } = platform(sandbox).channel;
      expect(main.outputs).toMatchObject({
        ...{ outcome: 'succeeded', 'already-there': 'false', name: 'new.csv', 'channel-id': channel },
        'data-uri': `datalake://${channel}/${main.outputs['file-id']}`,
      });
      expect(asked(sandbox)).toEqual(expect.arrayContaining(calls));
      expect(newFile(sandbox)).toMatchObject({ bytes: 8, crc32: crc32('a,b\n1,2\n') });
      expect(logText(post)).toBe('');
    })(),
  );

  test(
    'takes the file that is there where that is wanted',
    onStage({}, async (stage) => {
      const given = { ...(await uploadDataInputs(stage)), 'conflict-key': 'filename' };
      const first = await stage.run('abeja/upload-data', given);
      const refused = await stage.run('abeja/upload-data', given);
      expect(refused.main.outputs).toMatchObject({ outcome: 'failed' });
      expect(refused.main.annotations[0]?.message).toMatch(/is in the channel already/);
      const { main } = await stage.run('abeja/upload-data', { ...given, 'on-conflict': 'skip' });
      expect(main.outputs).toMatchObject({
        ...{ outcome: 'succeeded', 'already-there': 'true', 'file-id': first.main.outputs['file-id'] },
      });
    }),
  );

  test(
    'needs no user where a data source may write to the channel, and keeps its secret',
    onStage({}, async (stage) => {
      const { 'user-id': _, 'personal-access-token': __, ...given } = await uploadDataInputs(stage);
      const { id, secret } = platform(stage.sandbox).datasource;
      const result = await stage.run('abeja/upload-data', {
        ...{ ...given, 'datasource-id': id, 'datasource-secret': secret },
      });
      expect(result.main.outputs).toMatchObject({ outcome: 'succeeded' });
      expect(result.main.masks).toContain(secret);
      await expectSecretsNowhere(stage, [result], [secret]);
    }),
  );
});
