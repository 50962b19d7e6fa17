import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from '../harness/index.ts';
import { n8nStage } from '../n8n/n8n-stage.ts';
import { aboveIdleMb, type NodeRun } from '../n8n/node-run.ts';
import { createWithNode, nodePackage, storeModel } from './create-with-node.ts';
import { modelUploadReport, type ModelUploads } from './model-upload-report.ts';
import { forms, makeModels } from './models.ts';
import { onNewPlatform } from './new-platform.ts';
import { registerWithAction } from './register-with-action.ts';
import { registerWithCurl } from './register-with-curl.ts';

const mib = 1024 * 1024;

/** A large model to ABEJA Platform, through the node under n8n and through the committed action. */
export const modelUploadBench: Bench = async (context) => {
  const { quick, folder, log } = context;
  const bytes = (quick ? 256 : 2048) * mib;
  const rounds = quick ? 1 : 3;
  const n8n = await n8nStage(context, nodePackage);

  log(`writing a model of ${bytes / mib} MiB`);
  const models = await makeModels(context, bytes);
  const small = { ...context, folder: join(folder, 'small') };
  await mkdir(small.folder);
  const warmUp = await storeModel(n8n, (await makeModels(small, mib))['a ready zip']);

  const uploads: ModelUploads = {
    node: new Map(forms.map((form) => [form, []])),
    action: new Map(forms.map((form) => [form, []])),
    curl: [],
  };
  const tell = (what: string, { wallMs, peakBytes }: Pick<NodeRun, 'wallMs' | 'peakBytes'>) =>
    log(`${what}: ${(wallMs / 1e3).toFixed(2)} s, peak ${(peakBytes / 1e6).toFixed(0)} MB`);
  for (let round = 1; round <= rounds; round++) {
    log(`round ${round}/${rounds}`);
    const byCurl = await onNewPlatform(context, models['a ready zip'], (platform) =>
      registerWithCurl(platform, models['a ready zip']),
    );
    tell('curl', byCurl);
    uploads.curl.push(byCurl);
    for (const form of forms) {
      const model = models[form];
      const byAction = await onNewPlatform(context, model, (platform) => registerWithAction(platform, model));
      tell(`action, ${form}`, byAction);
      uploads.action.get(form)?.push(byAction);
      const stored = await storeModel(n8n, model);
      const byNode = await onNewPlatform(context, model, (platform) =>
        createWithNode(platform, n8n, warmUp, stored),
      );
      tell(`node, ${form}, ${aboveIdleMb(byNode).toFixed(0)} MB above idle`, byNode);
      uploads.node.get(form)?.push(byNode);
    }
  }
  return modelUploadReport({ version: n8n.version, rounds, bytes, uploads });
};
