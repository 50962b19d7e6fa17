import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { abejaState } from './abeja/abeja-state.ts';
import { describeAbeja } from './abeja/describe-abeja.ts';
import { abejaFaults } from './abeja/faults.ts';
import { AbejaPlatform, abejaName } from './abeja/platform.ts';
import { loadPresets } from './abeja/presets.ts';
import { filesRoot, serveAbeja } from './abeja/serve-abeja.ts';
import { allAbejaVariants } from './abeja/variants.ts';
import type { AnyAbejaVariant } from './abeja/variants.ts';
import { SandboxClock } from './clock.ts';
import { controlRoutes } from './control.ts';
import { describePlatform } from './data-robot/describe-platform.ts';
import { dataRobotFaults } from './data-robot/faults.ts';
import { platformState } from './data-robot/platform-state.ts';
import { Platform, platformName, portableServerName, predictionServerName } from './data-robot/platform.ts';
import { servePlatform } from './data-robot/serve-platform.ts';
import { servePortable, servePrediction } from './data-robot/serve-prediction.ts';
import { allDataRobotVariants } from './data-robot/variants.ts';
import type { AnyDataRobotVariant } from './data-robot/variants.ts';
import type { FaultBehaviours } from './faults/behaviour.ts';
import { cuts } from './faults/cuts.ts';
import { distortions } from './faults/distortions.ts';
import { FaultPlanner } from './faults/plan.ts';
import { refusals } from './faults/refusals.ts';
import { createControlOrigin, createOrigin } from './origin.ts';
import type { Origin } from './origin.ts';
import { describeRegion } from './prediction-one/describe-region.ts';
import { predictionOneFaults } from './prediction-one/faults.ts';
import { regionState } from './prediction-one/region-state.ts';
import { Region } from './prediction-one/region.ts';
import type { RegionName } from './prediction-one/region.ts';
import { serveRegion } from './prediction-one/serve-region.ts';
import { predictionOneVariants } from './prediction-one/variants.ts';
import type { PredictionOneVariant } from './prediction-one/variants.ts';
import { Invention } from './random.ts';
import type { Sandbox, SandboxDescription, SandboxOptions } from './sandbox.ts';
import { SecretBook } from './secret-book.ts';
import { storageFaults } from './storage/faults.ts';
import { Grants } from './storage/grants.ts';
import { storageRoutes } from './storage/routes.ts';
import { Transcript } from './transcript.ts';
import { Variants } from './variants.ts';

const regionNames: readonly RegionName[] = ['japan', 'international'];

/**
 * Starts the vendors on localhost.
 *
 * @throws RangeError for an option out of bounds
 * @throws Error when a port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, seed = 1 } = options;
  const variants = new Variants<PredictionOneVariant | AnyDataRobotVariant | AnyAbejaVariant>(
    [
      ...(Object.keys(predictionOneVariants) as PredictionOneVariant[]),
      ...(Object.keys(allDataRobotVariants) as AnyDataRobotVariant[]),
      ...(Object.keys(allAbejaVariants) as AnyAbejaVariant[]),
    ],
    options.variants,
  );
  const planner = new FaultPlanner();
  if (options.faults !== undefined) planner.plan(options.faults);
  const clock = new SandboxClock(options.timeScale);
  const invention = new Invention(seed);
  const secrets = new SecretBook();
  const transcript = new Transcript(secrets);
  const folder = await uploadFolder(options.stateDir);

  const general = { ...cuts, ...refusals(() => storage.baseUrl()), ...distortions };
  const origin = (name: string, behaviours: FaultBehaviours, lenientSlashes = false): Origin =>
    createOrigin({
      name,
      transcript,
      faults: planner,
      behaviours: { ...general, ...behaviours },
      lenientSlashes,
    });

  const control = createControlOrigin();
  const storage = origin('storage', storageFaults);
  const grants = new Grants(clock, invention, storage.baseUrl);
  const shared = { clock, invention, secrets, variants, grants };
  const servers = regionNames.map((name) => {
    const region: Region = new Region(name, shared, () => server.baseUrl());
    const server = origin(`predictionOne.${name}`, predictionOneFaults(region));
    serveRegion(server.app, region);
    return { name, region, server };
  });
  const platform: Platform = new Platform({
    ...shared,
    foreignUrl: () => storage.baseUrl(),
    predictionUrl: () => prediction.baseUrl(),
  });
  const dataRobot = origin(platformName, dataRobotFaults(platform), true);
  servePlatform(dataRobot.app, platform);
  const prediction = origin(predictionServerName, dataRobotFaults(platform), true);
  servePrediction(prediction.app, platform);
  const portable = origin(portableServerName, dataRobotFaults(platform), true);
  servePortable(portable.app, platform);
  const abejaGrants = new Grants(clock, invention, () => `${abeja.baseUrl()}${filesRoot}`);
  const abejaPlatform = new AbejaPlatform({ ...shared, grants: abejaGrants, folder: folder.path });
  const abeja = origin(abejaName, abejaFaults(abejaPlatform), true);
  serveAbeja(abeja.app, abejaPlatform);
  storageRoutes(storage.app, grants, {
    folder: folder.path,
    seed,
    rules: {
      contentTypeAllowed: () => variants.has('content-type-allowed'),
      putStatus: () => (variants.has('put-204') ? 204 : 200),
    },
  });

  const perRegion = <T>(read: (part: (typeof servers)[number]) => T): Record<RegionName, T> =>
    Object.fromEntries(servers.map((part) => [part.name, read(part)])) as Record<RegionName, T>;
  const load = (): SandboxDescription => {
    for (const { region } of servers) region.load();
    platform.load();
    abejaPlatform.clear();
    loadPresets(abejaPlatform);
    return {
      control: `${control.baseUrl()}/_sandbox`,
      storage: { baseUrl: storage.baseUrl() },
      stateDir: folder.path,
      seed,
      predictionOne: perRegion(({ region, server }) => describeRegion(region, server.baseUrl())),
      dataRobot: describePlatform(platform, {
        api: dataRobot.baseUrl(),
        prediction: prediction.baseUrl(),
        portable: portable.baseUrl(),
      }),
      abeja: describeAbeja(abejaPlatform, abeja.baseUrl()),
    };
  };
  let description: SandboxDescription;
  const origins = [
    control,
    storage,
    ...servers.map(({ server }) => server),
    dataRobot,
    prediction,
    portable,
    abeja,
  ];
  const close = async (): Promise<void> => {
    await Promise.all(origins.map((each) => each.close()));
    if (folder.temporary) await rm(folder.path, { recursive: true, force: true });
  };

  const sandbox: Sandbox = {
    describe: () => description,
    state: () => ({
      credentialLeaks: transcript.credentialLeaks,
      variants: variants.list(),
      predictionOne: perRegion(({ region }) => regionState(region)),
      dataRobot: platformState(platform),
      abeja: abejaState(abejaPlatform),
    }),
    requests: () => transcript.list(),
    faults: {
      plan: (faults) => planner.plan(faults),
      get: (planId) => planner.get(planId),
      list: () => planner.list(),
      unconsumed: () => planner.unconsumed(),
      clear: (planId) => planner.clear(planId),
    },
    variants: { change: (change) => variants.change(change), list: () => variants.list() },
    clock: {
      step: (count = 1) => clock.step(count),
      advance: (ms) => clock.advance(ms),
      now: () => clock.now(),
    },
    reset: async () => {
      planner.clear();
      variants.reset();
      transcript.clear();
      grants.clear();
      abejaGrants.clear();
      clock.reset();
      invention.reset();
      await rm(folder.path, { recursive: true, force: true });
      await mkdir(folder.path, { recursive: true });
      description = load();
    },
    close,
  };
  controlRoutes(control.app, sandbox);
  try {
    // All of them, also when one fails: one that still comes up could not be closed
    const listening = await Promise.allSettled(
      origins.map((each, index) => each.listen(port === 0 ? 0 : port + index)),
    );
    const failed = listening.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    description = load();
  } catch (error) {
    await close();
    throw error;
  }
  return sandbox;
}

/** Uploads go into a folder of their own, so that removing them can never remove anything else. */
async function uploadFolder(
  stateDir?: string,
): Promise<{ readonly path: string; readonly temporary: boolean }> {
  if (stateDir === undefined) {
    return { path: await mkdtemp(join(tmpdir(), 'modelferry-sandbox-')), temporary: true };
  }
  const path = join(resolve(stateDir), 'uploads');
  await mkdir(path, { recursive: true });
  return { path, temporary: false };
}
